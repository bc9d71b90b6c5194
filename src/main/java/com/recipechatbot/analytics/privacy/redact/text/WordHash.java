package com.recipechatbot.analytics.privacy.redact.text;

/** The hash of a word: of its letters in lower case and without accents, eight at a time. */
public final class WordHash {

    /** Of no letters. */
    static final int NONE = 0;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private int hash = NONE;
    private long letters;
    private int count;

    /** The hash with up to eight more letters, the first one in the lowest byte; all but the last eight are full. */
    static int next(int hash, long letters) {
        return (int) (((letters + hash) * FACTOR) >>> Integer.SIZE);
    }

    public static int of(String word) {
        WordHash hash = new WordHash();
        for (int i = 0; i < word.length(); i++) {
            hash.add(word.charAt(i));
        }
        return hash.value();
    }

    public void add(char letter) {
        long bare = LookAlikes.bare(letter);
        // No letter beyond ASCII equals one of ASCII.
        long value = bare < 0x80 ? bare : ((bare ^ (bare >> Byte.SIZE)) & 0xff) | 0x80;
        letters |= value << (count * Byte.SIZE);
        count++;
        if (count == Long.BYTES) {
            hash = next(hash, letters);
            letters = 0;
            count = 0;
        }
    }

    void clear() {
        hash = NONE;
        letters = 0;
        count = 0;
    }

    public int value() {
        return count == 0 ? hash : next(hash, letters);
    }
}
