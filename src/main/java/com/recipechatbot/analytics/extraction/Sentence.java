package com.recipechatbot.analytics.extraction;

/** The words of one sentence as hashes, bits and offsets; a buffer that {@link SentenceReader} fills again and again. */
final class Sentence {

    // What is between a word and the one before it.
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

    /** Most English adjectives end like this. */
    private static final String[] ADJECTIVE_ENDINGS =
            LexiconFile.group("word_sets.txt", "adjectives").toArray(String[]::new);

    private static final int SHORTEST_ADJECTIVE = 6;

    private static final int MARKS = KnownWord.BITS;

    final long[] hashes = new long[LONGEST];
    /** The bits of {@link KnownWord}, with the classes that the word has here, and above them its marks. */
    private final long[] words = new long[LONGEST];
    /** Where the word begins, above where it ends. */
    private final long[] spans = new long[LONGEST];

    int size;
    /** How many words are capitalised. */
    int capitals;

    boolean heading;
    boolean startsLine;
    boolean endsLine;
    /** Whether the number of a list's item stands before the first word. */
    boolean listItem;

    /** All bits of all words. */
    private long anyBits;

    /** The text that contains the words. */
    private MessageText text = new MessageText();

    /** The kinds of phrases that may begin at each word, as {@link KnownWord} has them; and at any word. */
    private final byte[] begins = new byte[LONGEST];

    private int kinds;
    private int nextMarks;
    private long lastWord;

    boolean isFull() {
        return size == LONGEST;
    }

    void begin(MessageText newText) {
        text = newText;
    }

    void clear(boolean lineStarts) {
        dropWords();
        anyBits = 0;
        kinds = 0;
        nextMarks = 0;
        heading = false;
        startsLine = lineStarts;
        endsLine = false;
        listItem = false;
    }

    /** Starts again with the next word, but questions about all words still include those so far. */
    void dropWords() {
        size = 0;
        capitals = 0;
        lastWord = 0;
    }

    /** Notes what comes before the next word. */
    void mark(int bits) {
        nextMarks |= bits;
    }

    /** What is noted so far. */
    int nextMarks() {
        return nextMarks;
    }

    /** @param known the bits of {@link KnownWord} */
    void add(long hash, long known, int marks, int start, int end) {
        int at = size;
        long word = known | (long) (nextMarks | marks) << MARKS;
        hashes[at] = hash;
        words[at] = word;
        spans[at] = ((long) start << Integer.SIZE) | end;
        anyBits |= word;
        int alone = KnownWord.phrases(known);
        int begun = KnownWord.phrases(lastWord, known);
        begins[at] = (byte) alone;
        if (begun != 0) {
            begins[at - 1] |= (byte) begun;
        }
        kinds |= alone | begun;
        capitals += marks / CAPITALISED & 1;
        nextMarks = 0;
        lastWord = known;
        size = at + 1;
    }

    /** Where the word begins in its text. */
    int start(int word) {
        return (int) (spans[word] >>> Integer.SIZE);
    }

    int end(int word) {
        return (int) spans[word];
    }

    /** The bits of {@link KnownWord}. */
    long known(int word) {
        return words[word];
    }

    boolean is(int word, int anyOf) {
        return (words[word] & anyOf) != 0;
    }

    /** Whether it may be the name of a dish that the lexicon does not know: "okonomiyaki", but not "adventurous". */
    boolean isUnknown(int word) {
        return KnownWord.classes(words[word]) == 0 && (capitalised(word) || !isAdjective(start(word), end(word)));
    }

    private boolean isAdjective(int start, int end) {
        if (end - start >= SHORTEST_ADJECTIVE) {
            for (String ending : ADJECTIVE_ENDINGS) {
                if (endsWith(end, ending)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean endsWith(int end, String ending) {
        int at = end - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (Characters.fold(text.charAt(at + i)) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void addClasses(int word, int classes) {
        words[word] |= classes;
    }

    boolean marked(int word, int anyOf) {
        return (words[word] >>> MARKS & anyOf) != 0;
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

    /** Whether any word was added with one of these classes. */
    boolean has(int anyOf) {
        return (anyBits & anyOf) != 0;
    }

    /** Whether any word was added with one of these marks. */
    boolean hasMark(int anyOf) {
        return (anyBits >>> MARKS & anyOf) != 0;
    }

    /** Whether a phrase of one of these kinds may begin at the word. */
    boolean mayBegin(int word, int anyOf) {
        return (begins[word] & anyOf) != 0;
    }

    /** Whether a phrase of one of these kinds may begin at any word. */
    boolean mayHold(int anyOf) {
        return (kinds & anyOf) != 0;
    }
}
