package com.recipechatbot.analytics.extraction;

/** The words of one sentence as hashes, classes and offsets; a buffer that {@link SentenceReader} fills again and again. */
final class Sentence {

    // What stands between a word and the one before it.
    static final int COMMA = 1;
    static final int COLON = 1 << 1;
    static final int DASH = 1 << 2;
    static final int PARENTHESIS = 1 << 3;
    static final int QUOTE = 1 << 4;
    static final int BOLD_MARK = 1 << 5;
    static final int HYPHEN = 1 << 6;
    static final int SYMBOL = 1 << 7;
    // What is true of the word.
    static final int IN_BOLD = 1 << 8;
    static final int CAPITALISED = 1 << 9;
    static final int PLACEHOLDER = 1 << 10;

    /** Longer ones are read in parts, so that the work stays linear and the buffer small. */
    private static final int LONGEST = 96;

    final long[] hashes = new long[LONGEST];
    final int[] classes = new int[LONGEST];
    final int[] starts = new int[LONGEST];
    final int[] ends = new int[LONGEST];
    /** Bits of the constants above. */
    final int[] marks = new int[LONGEST];

    int size;
    /** All marks of all words. */
    int anyMarks;
    /** All classes of all words. */
    int anyClasses;

    boolean heading;
    boolean startsLine;
    boolean endsLine;

    private int nextMarks;

    boolean isFull() {
        return size == LONGEST;
    }

    void clear(boolean lineStarts) {
        size = 0;
        anyMarks = 0;
        anyClasses = 0;
        nextMarks = 0;
        heading = false;
        startsLine = lineStarts;
        endsLine = false;
    }

    void dropFirstWord() {
        size = 0;
    }

    /** Notes what stands before the word that comes next. */
    void mark(int bits) {
        nextMarks |= bits;
    }

    void add(long hash, int wordClasses, int wordMarks, int start, int end) {
        hashes[size] = hash;
        classes[size] = wordClasses;
        marks[size] = nextMarks | wordMarks;
        starts[size] = start;
        ends[size] = end;
        anyMarks |= marks[size];
        anyClasses |= wordClasses;
        nextMarks = 0;
        size++;
    }

    boolean is(int word, int anyOf) {
        return (classes[word] & anyOf) != 0;
    }

    boolean marked(int word, int anyOf) {
        return (marks[word] & anyOf) != 0;
    }

    boolean capitalised(int word) {
        return word >= 0 && marked(word, CAPITALISED);
    }

    boolean has(int from, int until, int anyOf) {
        for (int word = from; word < until; word++) {
            if (is(word, anyOf)) {
                return true;
            }
        }
        return false;
    }
}
