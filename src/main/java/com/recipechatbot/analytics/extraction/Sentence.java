package com.recipechatbot.analytics.extraction;

/** The words of one sentence as hashes, classes and offsets; a buffer that {@link SentenceReader} fills again and again. */
final class Sentence {

    static final int CAPACITY = 96;

    // What stands between a word and the one before it, or is true of the word.
    static final int COMMA = 1;
    static final int COLON = 1 << 1;
    static final int DASH = 1 << 2;
    static final int PARENTHESIS = 1 << 3;
    static final int QUOTE = 1 << 4;
    static final int BOLD_MARK = 1 << 5;
    static final int HYPHEN = 1 << 6;
    static final int SYMBOL = 1 << 7;
    static final int IN_BOLD = 1 << 8;
    static final int CAPITALISED = 1 << 9;
    static final int ALL_CAPITALS = 1 << 10;
    static final int PLACEHOLDER = 1 << 11;
    static final int IN_PARENTHESIS = 1 << 12;

    final long[] hashes = new long[CAPACITY];
    final int[] classes = new int[CAPACITY];
    final int[] starts = new int[CAPACITY];
    final int[] ends = new int[CAPACITY];
    /** One more than words: the last holds what follows the last word. */
    final int[] marks = new int[CAPACITY + 1];

    int size;
    boolean heading;
    boolean startsLine;
    boolean endsLine;

    boolean is(int word, int anyOf) {
        return (classes[word] & anyOf) != 0;
    }

    boolean marked(int word, int anyOf) {
        return (marks[word] & anyOf) != 0;
    }

    boolean has(int from, int until, int anyOf) {
        for (int word = from; word < until; word++) {
            if (is(word, anyOf)) {
                return true;
            }
        }
        return false;
    }

    boolean capitalised(int word) {
        return word >= 0 && marked(word, CAPITALISED);
    }
}
