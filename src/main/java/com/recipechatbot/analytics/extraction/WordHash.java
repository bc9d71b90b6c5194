package com.recipechatbot.analytics.extraction;

/**
 * The 64-bit hash by which words and phrases are compared, so that reading a text makes no strings. It takes eight bytes
 * of a word at a time, the first one lowest; a letter that is not ASCII has three.
 */
final class WordHash {

    static final long START = 0;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long hash = START;
    private long bytes;
    private int shift;

    /** The hash of one folded word. */
    static long of(String folded) {
        WordHash word = new WordHash();
        for (int i = 0; i < folded.length(); i++) {
            word.add(folded.charAt(i));
        }
        return word.value();
    }

    /** Adds eight bytes of a word that goes on, or the last ones, which may be fewer, with zeros above them. */
    static long add(long hash, long bytes) {
        // Words of up to eight bytes have different hashes: each step can be undone.
        long mixed = (hash ^ bytes) * MULTIPLIER;
        return mixed ^ mixed >>> 32;
    }

    /** The hash of a phrase and the word after it; a phrase of one word is that word's own hash. */
    static long join(long phrase, long word) {
        return Long.rotateLeft(phrase, 23) * MULTIPLIER ^ word;
    }

    void clear() {
        hash = START;
        bytes = 0;
        shift = 0;
    }

    void add(char folded) {
        if (folded < 0x80) {
            addByte(folded);
        } else {
            addByte(0xE0 | folded >>> 12);
            addByte(0x80 | (folded >>> 6 & 0x3F));
            addByte(0x80 | (folded & 0x3F));
        }
    }

    private void addByte(int value) {
        bytes |= (long) value << shift;
        shift += Byte.SIZE;
        if (shift == Long.SIZE) {
            hash = add(hash, bytes);
            bytes = 0;
            shift = 0;
        }
    }

    /** The hash of what was added since {@link #clear}. */
    long value() {
        return add(hash, bytes);
    }
}
