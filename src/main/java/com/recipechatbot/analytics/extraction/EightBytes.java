package com.recipechatbot.analytics.extraction;

/** Questions about eight characters in the bytes of a long, answered at once: for each byte in its highest bit. */
final class EightBytes {

    private static final long EACH = 0x0101010101010101L;
    static final long HIGHEST = 0x8080808080808080L;
    private static final long LETTER = 0x40 * EACH;
    private static final long SMALL = 0x20 * EACH;

    private EightBytes() {}

    static long lettersAndDigits(long bytes) {
        long low = bytes & ~HIGHEST;
        return (isBetween(low | SMALL, 'a', 'z') | isBetween(low, '0', '9')) & ~bytes & HIGHEST;
    }

    private static long isBetween(long low, char first, char last) {
        return low + (0x80 - first) * EACH & ~(low + (0x7F - last) * EACH);
    }

    /** Letters in lower case, of letters, digits and zeros. */
    static long folded(long word) {
        return word | (word & LETTER) >>> 1;
    }

    /** How many of letters, digits and zeros are capitals. */
    static int capitals(long word) {
        return Long.bitCount(word & LETTER & ~(word << 1));
    }
}
