package com.recipechatbot.analytics.extraction;

/** The 64-bit hash by which words and phrases are compared, so that reading a text makes no strings. */
final class WordHash {

    static final long START = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private WordHash() {}

    static long step(long hash, char folded) {
        return (hash ^ folded) * PRIME;
    }

    /** The hash of one folded word. */
    static long of(String folded) {
        long hash = START;
        for (int i = 0; i < folded.length(); i++) {
            hash = step(hash, folded.charAt(i));
        }
        return hash;
    }

    /** The hash of a phrase and the word after it; a phrase of one word is that word's own hash. */
    static long join(long phrase, long word) {
        return Long.rotateLeft(phrase, 23) * PRIME ^ word;
    }
}
