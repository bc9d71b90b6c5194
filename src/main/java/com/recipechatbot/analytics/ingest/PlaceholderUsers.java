package com.recipechatbot.analytics.ingest;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/** What programs write for a user whom they do not know: it names nobody, though it is an id like any other. */
public final class PlaceholderUsers {

    /** In any case. */
    private static final byte[][] WORDS = Stream.of(
                    "undefined",
                    "null",
                    "none",
                    "nil",
                    "nan",
                    "n/a",
                    "unknown",
                    "anonymous",
                    "guest",
                    "[object object]")
            .map(word -> word.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private PlaceholderUsers() {}

    /** @param user an id that is not blank */
    public static boolean have(UTF8String user) {
        return isZeros(user) || isWord(user);
    }

    /** "0", "000000" and the nil UUID. */
    private static boolean isZeros(UTF8String user) {
        for (int at = 0; at < user.numBytes(); at++) {
            if (user.getByte(at) != '0' && (at == 0 || user.getByte(at) != '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(UTF8String user) {
        for (byte[] word : WORDS) {
            int at = 0;
            while (user.numBytes() == word.length && at < word.length && lower(user.getByte(at)) == word[at]) {
                at++;
            }
            if (at == word.length) {
                return true;
            }
        }
        return false;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
