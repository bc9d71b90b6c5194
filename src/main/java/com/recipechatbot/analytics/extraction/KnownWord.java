package com.recipechatbot.analytics.extraction;

/**
 * What is known about a word, in the bits of a long: its {@link WordClass}es, its place in signatures, and where it occurs in
 * phrases of each kind. Most words begin no phrase of any kind, or none that goes on with the next word.
 */
final class KnownWord {

    // Kinds of phrases.
    static final int USER_CUE = 1;
    static final int ASSISTANT_CUE = 1 << 1;
    static final int USER_EVIDENCE = 1 << 2;
    static final int ASSISTANT_EVIDENCE = 1 << 3;
    static final int DISH_NAME = 1 << 4;

    private static final int KINDS = 5;
    private static final int ANY_KIND = (1 << KINDS) - 1;

    private static final int CLASS_BITS = 28;
    private static final int ALONE = CLASS_BITS;
    private static final int FIRST = ALONE + KINDS;
    private static final int SECOND = FIRST + KINDS;
    private static final int SIGNATURE = SECOND + KINDS;
    private static final int SIGNATURE_BITS = 6;

    static final long CLASSES = (1L << CLASS_BITS) - 1;
    static final long ABBREVIATION = 1L << (SIGNATURE + SIGNATURE_BITS);
    private static final long SIGNED = ABBREVIATION << 1;
    /** The first bit that is free. */
    static final int BITS = SIGNATURE + SIGNATURE_BITS + 2;

    private KnownWord() {}

    /** @param signaturePlace see {@link EvidenceReading#place} */
    static long of(int classes, int signaturePlace) {
        return classes | (long) signaturePlace << SIGNATURE | SIGNED;
    }

    /** A word that is a phrase by itself. */
    static long alone(int kind) {
        return (long) kind << ALONE;
    }

    /** A word that begins a phrase of several. */
    static long first(int kind) {
        return (long) kind << FIRST;
    }

    static long second(int kind) {
        return (long) kind << SECOND;
    }

    static int classes(long word) {
        return (int) (word & CLASSES);
    }

    static boolean isSigned(long word) {
        return (word & SIGNED) != 0;
    }

    static int signaturePlace(long word) {
        return (int) (word >>> SIGNATURE) & (1 << SIGNATURE_BITS) - 1;
    }

    /** The kinds of phrases of one word that this one is. */
    static int phrases(long word) {
        return (int) (word >>> ALONE) & ANY_KIND;
    }

    /** The kinds of phrases that may begin with these two words; there may be none. */
    static int phrases(long word, long next) {
        return (int) (word >>> FIRST & next >>> SECOND) & ANY_KIND;
    }
}
