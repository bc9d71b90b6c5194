package com.recipechatbot.analytics.extraction;

/** Reads a text sentence by sentence in one pass: each character is visited a bounded number of times. */
final class SentenceReader {

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte SPACE = 3;
    private static final byte LINE_END = 4;
    private static final byte SENTENCE_END = 5;
    private static final byte OTHER = 6;

    private static final byte[] ASCII = new byte[128];

    static {
        java.util.Arrays.fill(ASCII, OTHER);
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = LETTER;
            ASCII[Character.toUpperCase(c)] = LETTER;
        }
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = DIGIT;
        }
        ASCII[' '] = ASCII['\t'] = SPACE;
        ASCII['\n'] = ASCII['\r'] = LINE_END;
        ASCII['.'] = ASCII['!'] = ASCII['?'] = ASCII[';'] = SENTENCE_END;
    }

    private final Lexicon lexicon;
    private final String text;
    private final Sentence sentence;
    private int position;
    private boolean bold;
    private boolean parenthesis;
    private boolean atLineStart = true;

    SentenceReader(Lexicon lexicon, String text, Sentence sentence) {
        this.lexicon = lexicon;
        this.text = text;
        this.sentence = sentence;
    }

    /** Fills the sentence with the next one that has words; false at the end of the text. */
    boolean next() {
        sentence.size = 0;
        sentence.heading = false;
        sentence.startsLine = atLineStart;
        sentence.endsLine = false;
        sentence.marks[0] = 0;
        parenthesis = false;
        while (position < text.length() && sentence.size < Sentence.CAPACITY) {
            char c = text.charAt(position);
            byte kind = kindOf(c);
            if (kind == LETTER || kind == DIGIT) {
                readWord();
                atLineStart = false;
            } else if (kind == SPACE) {
                position++;
            } else if (kind == LINE_END || kind == SENTENCE_END) {
                position++;
                if (endSentence(kind == LINE_END)) {
                    return true;
                }
            } else {
                readMark(c);
            }
        }
        sentence.endsLine |= position >= text.length();
        return sentence.size > 0;
    }

    private boolean endSentence(boolean line) {
        if (line) {
            bold = false;
            atLineStart = true;
        }
        if (sentence.size > 0) {
            // A title may end with an exclamation mark, and is still a line of its own.
            sentence.endsLine = line || position >= text.length() || kindOf(text.charAt(position)) == LINE_END;
            return true;
        }
        if (line) {
            sentence.startsLine = true;
            sentence.heading = false;
            sentence.marks[0] = 0;
        }
        return false;
    }

    private void readWord() {
        int word = sentence.size;
        int start = position;
        long hash = WordHash.START;
        long stem = 0;
        int upper = 0;
        int length = 0;
        for (; position < text.length(); position++) {
            char c = text.charAt(position);
            byte kind = kindOf(c);
            if (kind == LETTER || kind == DIGIT) {
                char folded = Folding.fold(c);
                upper += c != folded && Character.isUpperCase(c) ? 1 : 0;
                length++;
                hash = WordHash.step(hash, folded);
            } else if (isApostrophe(c) && insideWord()) {
                stem = hash;
                hash = WordHash.step(hash, '\'');
            } else if (c == '.' && isDecimalPoint()) {
                hash = WordHash.step(hash, c);
            } else if (!Folding.isCombining(c)) {
                break;
            }
        }
        int classes = lexicon.classesOf(hash);
        if (classes == 0 && stem != 0) {
            classes = lexicon.classesOf(stem);
        }
        char first = text.charAt(start);
        if (first >= '0' && first <= '9') {
            classes |= WordClass.NUMBER;
        }
        int marks = sentence.marks[word] | (bold ? Sentence.IN_BOLD : 0) | (parenthesis ? Sentence.IN_PARENTHESIS : 0);
        if (upper > 0 && first != Folding.fold(first)) {
            marks |= upper == length && length > 1 ? Sentence.ALL_CAPITALS : Sentence.CAPITALISED;
        }
        if (start > 0 && text.charAt(start - 1) == '[' && upper == length) {
            marks |= Sentence.PLACEHOLDER;
            classes = WordClass.STOP;
        }
        sentence.hashes[word] = hash;
        sentence.classes[word] = classes;
        sentence.starts[word] = start;
        sentence.ends[word] = position;
        sentence.marks[word] = marks;
        sentence.size = word + 1;
        sentence.marks[word + 1] = 0;
        skipAbbreviationPoint(length, upper);
    }

    /** "Dr. Pepper" and "St. Louis" are one name: a point after a short capitalised word ends no sentence in a line. */
    private void skipAbbreviationPoint(int length, int upper) {
        boolean point = position + 1 < text.length() && text.charAt(position) == '.';
        if (point && upper > 0 && length <= 2 && kindOf(text.charAt(position + 1)) != LINE_END) {
            position++;
        }
    }

    private void readMark(char c) {
        int word = sentence.size;
        boolean doubled = position + 1 < text.length() && text.charAt(position + 1) == c;
        switch (c) {
            case '*', '_' -> {
                if (doubled) {
                    bold = !bold;
                    position++;
                    sentence.marks[word] |= Sentence.BOLD_MARK;
                } else if (c == '_') {
                    sentence.marks[word] |= Sentence.HYPHEN;
                }
            }
            case '#' -> {
                if (atLineStart && word == 0) {
                    sentence.heading = true;
                }
            }
            case ',', '，' -> sentence.marks[word] |= Sentence.COMMA;
            case ':', '|', '：' -> sentence.marks[word] |= Sentence.COLON;
            case '(', '{' -> {
                parenthesis = true;
                sentence.marks[word] |= Sentence.PARENTHESIS;
            }
            case ')', '}' -> {
                parenthesis = false;
                sentence.marks[word] |= Sentence.PARENTHESIS;
            }
            case '"', '“', '”', '„', '«', '»' -> sentence.marks[word] |= Sentence.QUOTE;
            case '–', '—' -> sentence.marks[word] |= Sentence.DASH;
            case '-', '‐', '‑' -> sentence.marks[word] |= insideWord() ? Sentence.HYPHEN : Sentence.DASH;
            case '&', '+' -> addAnd();
            case '\'', '‘', '’', '`' -> sentence.marks[word] |= word > 0 && !insideWord() ? Sentence.QUOTE : 0;
            default -> sentence.marks[word] |= Sentence.SYMBOL;
        }
        position++;
    }

    private void addAnd() {
        int word = sentence.size;
        sentence.hashes[word] = WordHash.of("and");
        sentence.classes[word] = WordClass.CONNECTOR;
        sentence.starts[word] = position;
        sentence.ends[word] = position + 1;
        sentence.size = word + 1;
        sentence.marks[word + 1] = 0;
    }

    private boolean isDecimalPoint() {
        return position + 1 < text.length()
                && kindOf(text.charAt(position - 1)) == DIGIT
                && kindOf(text.charAt(position + 1)) == DIGIT;
    }

    private boolean insideWord() {
        if (position == 0 || position + 1 >= text.length()) {
            return false;
        }
        byte before = kindOf(text.charAt(position - 1));
        byte after = kindOf(text.charAt(position + 1));
        return (before == LETTER || before == DIGIT) && (after == LETTER || after == DIGIT);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == '´' || c == '`';
    }

    private static byte kindOf(char c) {
        if (c < 128) {
            return ASCII[c];
        }
        if (Character.isLetter(c)) {
            return LETTER;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        if (c == '…' || c == '。' || c == '！' || c == '？') {
            return SENTENCE_END;
        }
        return Character.isSpaceChar(c) ? SPACE : OTHER;
    }
}
