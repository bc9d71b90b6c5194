package com.recipechatbot.analytics.privacy.redact.text;

/** Reads code points from UTF-8. */
final class CodePoints {

    /** What damaged bytes are decoded as. */
    private static final int DAMAGED = 0xFFFD;

    private CodePoints() {}

    /** The code point whose first byte is at a place, or U+FFFD for a byte that does not begin one. */
    static int decode(byte[] utf8, int at, int end) {
        int first = utf8[at];
        if (first >= 0) {
            return first;
        }
        first &= 0xff;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        if (length == 1 || at + length > end) {
            return DAMAGED;
        }
        int codePoint = first & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            if ((utf8[at + i] & 0xC0) != 0x80) {
                return DAMAGED;
            }
            codePoint = (codePoint << 6) | (utf8[at + i] & 0x3f);
        }
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return length(codePoint) == length && !surrogate && Character.isValidCodePoint(codePoint) ? codePoint : DAMAGED;
    }

    /** How many bytes a decoded code point takes; a damaged one counts byte by byte. */
    static int length(int codePoint) {
        if (codePoint < 0x80 || codePoint == DAMAGED) {
            return 1;
        }
        return codePoint >= 0x10000 ? 4 : codePoint >= 0x800 ? 3 : 2;
    }
}
