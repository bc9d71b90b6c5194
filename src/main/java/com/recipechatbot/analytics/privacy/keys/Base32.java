package com.recipechatbot.analytics.privacy.keys;

/**
 * Base32 of RFC 4648 in lower case without padding: safe in file names, URLs and SQL, and unambiguous when read aloud.
 */
final class Base32 {

    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private Base32() {}

    /** @param length how many leading bytes to encode */
    static void append(StringBuilder target, byte[] bytes, int length) {
        int bits = 0;
        int held = 0;
        for (int i = 0; i < length; i++) {
            bits = (bits << 8) | (bytes[i] & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                target.append(ALPHABET[(bits >>> held) & 31]);
            }
        }
        if (held > 0) {
            target.append(ALPHABET[(bits << (5 - held)) & 31]);
        }
    }
}
