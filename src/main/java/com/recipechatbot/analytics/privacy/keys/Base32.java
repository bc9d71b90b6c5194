package com.recipechatbot.analytics.privacy.keys;

/**
 * Base32 of RFC 4648 in lower case without padding: safe in file names, URLs and SQL, and unambiguous when read aloud.
 */
final class Base32 {

    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private Base32() {}

    /**
     * The bytes that {@link #append} encoded.
     *
     * @param from where the encoded text begins; it goes on to the end
     */
    static byte[] decode(String text, int from) {
        byte[] bytes = new byte[(text.length() - from) * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c >= 'a' && c <= 'z' ? c - 'a' : c - '2' + 26;
            if (value < 0 || value > 31) {
                throw new IllegalArgumentException("Cannot read a pseudonym: it has a character outside base32.");
            }
            bits = (bits << 5) | value;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >>> held);
            }
        }
        return bytes;
    }

    /** @param length how many leading bytes to encode */
    static void append(StringBuilder target, byte[] bytes, int length) {
        append(target, bytes, 0, length);
    }

    static void append(StringBuilder target, byte[] bytes, int from, int length) {
        int bits = 0;
        int held = 0;
        for (int i = from; i < from + length; i++) {
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
