package com.recipechatbot.analytics.extraction;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a text sentence by sentence in one pass: each character is visited a bounded number of times. */
final class SentenceReader {

    private static final long AND = WordHash.of("and");
    private static final Set<Long> ABBREVIATIONS =
            Stream.of("dr", "mr", "mrs", "ms", "mt", "st").map(WordHash::of).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_ABBREVIATION = 3;

    private final Lexicon lexicon;
    private final Sentence sentence;
    private CharSequence text = "";
    private int length;
    private int position;
    private boolean bold;
    private boolean atLineStart;

    SentenceReader(Lexicon lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
    }

    void begin(CharSequence newText) {
        text = newText;
        length = newText.length();
        position = 0;
        bold = false;
        atLineStart = true;
    }

    /** Fills the sentence with the next one that has words; false at the end of the text. */
    boolean next() {
        sentence.clear(atLineStart);
        while (position < length && !sentence.isFull()) {
            char c = text.charAt(position);
            switch (CharacterKind.of(c)) {
                case CharacterKind.LETTER, CharacterKind.DIGIT -> readWord();
                case CharacterKind.SPACE -> position++;
                case CharacterKind.LINE_END, CharacterKind.SENTENCE_END -> {
                    if (endsSentence(c)) {
                        return true;
                    }
                }
                default -> readMark(c);
            }
        }
        sentence.endsLine = position >= length;
        return sentence.size > 0;
    }

    private boolean endsSentence(char c) {
        position++;
        boolean line = CharacterKind.of(c) == CharacterKind.LINE_END;
        if (!line && isItemNumber()) {
            sentence.dropFirstWord();
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
        sentence.endsLine =
                line || position >= length || CharacterKind.of(text.charAt(position)) == CharacterKind.LINE_END;
        return true;
    }

    /** The "1." of a list's item, which begins with the words after it. */
    private boolean isItemNumber() {
        return sentence.startsLine
                && sentence.size == 1
                && sentence.is(0, WordClass.NUMBER)
                && text.charAt(position - 1) == '.';
    }

    private void readWord() {
        CharSequence characters = text;
        int start = position;
        char first = characters.charAt(start);
        long hash = WordHash.START;
        long stem = 0;
        int capitals = 0;
        int letters = 0;
        int at = start;
        for (; at < length; at++) {
            char c = characters.charAt(at);
            char folded = CharacterKind.foldedWord(c);
            if (folded != 0) {
                hash = WordHash.step(hash, folded);
                capitals += isCapital(c) ? 1 : 0;
                letters++;
            } else if (c == ' ') {
                break;
            } else if (CharacterKind.isApostrophe(c) && isInsideWord(at)) {
                stem = hash;
                hash = WordHash.step(hash, '\'');
            } else if (c == '.' && isInsideWord(at) && isDigit(at - 1) && isDigit(at + 1)) {
                hash = WordHash.step(hash, c);
            } else if (!Folding.isCombining(c)) {
                break;
            }
        }
        position = at;
        int classes = lexicon.classesOf(hash);
        if (classes == 0 && stem != 0) {
            classes = lexicon.classesOf(stem);
        }
        int marks = bold ? Sentence.IN_BOLD : 0;
        if (first >= '0' && first <= '9') {
            classes |= WordClass.NUMBER;
        } else if (capitals > 0 && isCapital(first) && (capitals < letters || letters == 1)) {
            // A word in capitals throughout is no sign of a title: whole sentences are written so.
            marks |= Sentence.CAPITALISED;
        }
        if (start > 0 && text.charAt(start - 1) == '[' && capitals == letters) {
            marks |= Sentence.PLACEHOLDER;
            classes = WordClass.STOP;
        }
        sentence.add(hash, classes, marks, start, position);
        atLineStart = false;
        if (position - start <= LONGEST_ABBREVIATION
                && position < length
                && text.charAt(position) == '.'
                && ABBREVIATIONS.contains(hash)) {
            position++;
        }
    }

    private void readMark(char c) {
        switch (c) {
            case '*', '_' -> {
                boolean doubled = position + 1 < length && text.charAt(position + 1) == c;
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
            case '&', '+' -> sentence.add(AND, WordClass.CONNECTOR, 0, position, position + 1);
            case '\'', '‘', '’', '`' -> sentence.mark(Sentence.QUOTE);
            default -> sentence.mark(Sentence.SYMBOL);
        }
        position++;
    }

    private static boolean isCapital(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private boolean isInsideWord(int at) {
        return at > 0
                && at + 1 < length
                && CharacterKind.isWord(text.charAt(at - 1))
                && CharacterKind.isWord(text.charAt(at + 1));
    }

    private boolean isDigit(int at) {
        return CharacterKind.of(text.charAt(at)) == CharacterKind.DIGIT;
    }
}
