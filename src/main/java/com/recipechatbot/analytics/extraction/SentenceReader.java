package com.recipechatbot.analytics.extraction;

/** Reads a text sentence by sentence in one pass: each character is visited a bounded number of times. */
final class SentenceReader {

    private static final long AND = WordHash.of("and");
    private static final long AND_SIGN = (Vocabulary.standard().get(AND) & ~KnownWord.CLASSES) | WordClass.CONNECTOR;
    private static final int LONGEST_ABBREVIATION = 3;

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final WordBounds bounds = new WordBounds();
    private final WordHash wordHash = new WordHash();
    private final Sentence sentence;
    private MessageText text = new MessageText();
    private int length;
    private int position;
    private boolean bold;
    private boolean atLineStart;

    SentenceReader(Sentence sentence) {
        this.sentence = sentence;
    }

    void begin(MessageText newText) {
        text = newText;
        sentence.begin(newText);
        bounds.find(newText);
        length = newText.length();
        position = 0;
        bold = false;
        atLineStart = true;
    }

    /** Fills the sentence with the next one that has words; false at the end of the text. */
    boolean next() {
        sentence.clear(atLineStart);
        while (!sentence.isFull()) {
            int start = bounds.start();
            if (position + 1 == start && text.byteAt(position) == ' ') {
                position = start;
            } else if (position < start && endsBefore(start)) {
                return true;
            }
            if (position == start) {
                if (start == length) {
                    break;
                }
                readWord(start, bounds.end());
            }
            bounds.skipTo(position);
        }
        sentence.endsLine = position >= length;
        return sentence.size > 0;
    }

    /** Reads what comes before the next word of ASCII, which may be a part of what is read; true where a sentence ends. */
    private boolean endsBefore(int start) {
        while (position < start && !sentence.isFull()) {
            switch (kindAt(position)) {
                case Characters.LETTER, Characters.DIGIT -> readOddWord(position);
                case Characters.SPACE -> position++;
                case Characters.LINE_END -> {
                    if (endsSentence(true)) {
                        return true;
                    }
                }
                case Characters.SENTENCE_END -> {
                    if (endsSentence(false)) {
                        return true;
                    }
                }
                default -> readMark(text.charAt(position));
            }
        }
        return false;
    }

    private boolean endsSentence(boolean line) {
        position++;
        if (!line && isItemNumber()) {
            sentence.dropWords();
            sentence.listItem = true;
            return false;
        }
        if (line) {
            bold = false;
            atLineStart = true;
        }
        if (sentence.size == 0) {
            if (line) {
                sentence.clear(true);
            }
            return false;
        }
        // A title may end with an exclamation mark, and is still a line of its own.
        sentence.endsLine = line || position >= length || kindAt(position) == Characters.LINE_END;
        return true;
    }

    /** The "1." of a list's item, which begins with the words after it. */
    private boolean isItemNumber() {
        return sentence.startsLine
                && sentence.size == 1
                && sentence.is(0, WordClass.NUMBER)
                && text.byteAt(position - 1) == '.';
    }

    private void readWord(int start, int end) {
        if (goesOn(end)) {
            readOddWord(start);
            return;
        }
        long hash = WordHash.START;
        int capitals = 0;
        int at = start;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long letters = text.eightFrom(at);
            hash = WordHash.add(hash, MessageText.folded(letters));
            capitals += MessageText.capitals(letters);
        }
        long letters = text.eightFrom(at) & ((1L << ((end - at) * Byte.SIZE)) - 1);
        hash = WordHash.add(hash, MessageText.folded(letters));
        capitals += MessageText.capitals(letters);
        addWord(hash, vocabulary.get(hash), capitals, end - start, start, end);
    }

    /** Whether a word of ASCII may go on here: "don't", "1.5", "crème". */
    private boolean goesOn(int at) {
        byte next = text.byteAt(at);
        return next != ' ' && (next < 0 || ((next == '\'' || next == '`' || next == '.') && isInsideWord(at)));
    }

    private void readOddWord(int start) {
        wordHash.clear();
        long stem = 0;
        int capitals = 0;
        int letters = 0;
        int at = start;
        for (; at < length; at++) {
            char c = text.charAt(at);
            char folded = Characters.foldedWord(c);
            if (folded != 0) {
                wordHash.add(folded);
                capitals += isCapital(c) ? 1 : 0;
                letters++;
            } else if (Characters.isApostrophe(c) && isInsideWord(at)) {
                stem = wordHash.value();
                wordHash.add('\'');
            } else if (c == '.' && isInsideWord(at) && isDigit(at - 1) && isDigit(at + 1)) {
                wordHash.add(c);
            } else if (!Characters.isCombining(c)) {
                break;
            }
        }
        long hash = wordHash.value();
        long known = vocabulary.get(hash);
        if (KnownWord.classes(known) == 0 && stem != 0) {
            known |= KnownWord.classes(vocabulary.get(stem));
        }
        addWord(hash, known, capitals, letters, start, at);
    }

    private void addWord(long hash, long known, int capitals, int letters, int start, int end) {
        position = end;
        atLineStart = false;
        int marks = bold ? Sentence.IN_BOLD : 0;
        long word = known;
        byte first = text.byteAt(start);
        if (first >= '0' && first <= '9') {
            word |= WordClass.NUMBER;
        } else if (capitals > 0 && (capitals < letters || letters == 1) && isCapital(text.charAt(start))) {
            // A word all in capitals is not a sign of a title: whole sentences are written like that.
            marks |= Sentence.CAPITALISED;
        }
        if (sentence.nextMarks() != 0 && capitals == letters && start > 0 && text.byteAt(start - 1) == '[') {
            marks |= Sentence.PLACEHOLDER;
            word = (word & ~KnownWord.CLASSES) | WordClass.STOP;
        }
        sentence.add(hash, word, marks, start, end);
        if ((known & KnownWord.ABBREVIATION) != 0 && end - start <= LONGEST_ABBREVIATION && text.byteAt(end) == '.') {
            position++;
        }
    }

    private void readMark(char c) {
        switch (c) {
            case '*', '_' -> {
                boolean doubled = text.byteAt(position + 1) == c;
                if (doubled) {
                    bold = !bold;
                    position++;
                    sentence.mark(Sentence.BOLD_MARK);
                } else {
                    sentence.mark(isInsideWord(position) ? Sentence.HYPHEN : Sentence.QUOTE);
                }
            }
            case '#' -> sentence.heading |= atLineStart && sentence.size == 0;
            case ',', '，' -> sentence.mark(Sentence.COMMA);
            case ':', '|', '：' -> sentence.mark(Sentence.COLON);
            case '(', '{', ')', '}' -> sentence.mark(Sentence.PARENTHESIS);
            case '"', '“', '”', '„', '«', '»' -> sentence.mark(Sentence.QUOTE);
            case '–', '—' -> sentence.mark(Sentence.DASH);
            case '-', '‐', '‑' -> sentence.mark(isInsideWord(position) ? Sentence.HYPHEN : Sentence.DASH);
            case '&', '+' -> sentence.add(AND, AND_SIGN, 0, position, position + 1);
            case '\'', '‘', '’', '`' -> sentence.mark(Sentence.QUOTE);
            default -> sentence.mark(Sentence.SYMBOL);
        }
        position++;
    }

    private static boolean isCapital(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private boolean isInsideWord(int at) {
        return at > 0 && isWord(at - 1) && isWord(at + 1);
    }

    private boolean isWord(int at) {
        return kindAt(at) <= Characters.DIGIT;
    }

    private boolean isDigit(int at) {
        return kindAt(at) == Characters.DIGIT;
    }

    private byte kindAt(int at) {
        byte value = text.byteAt(at);
        return Characters.of(value >= 0 ? (char) value : text.charAt(at));
    }
}
