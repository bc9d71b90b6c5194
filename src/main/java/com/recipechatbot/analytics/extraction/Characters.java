package com.recipechatbot.analytics.extraction;

import java.text.Normalizer;
import java.util.Locale;

/** What a character is to a reader of sentences, and its folding for comparison: lower case, without accents. */
final class Characters {

    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    static final byte SPACE = 3;
    static final byte LINE_END = 4;
    static final byte SENTENCE_END = 5;
    static final byte OTHER = 6;

    private static final int TABLE_SIZE = 0x2100;
    private static final char[] SINGLE = new char[TABLE_SIZE];

    static {
        for (char c = 0; c < TABLE_SIZE; c++) {
            String folded = decomposed(String.valueOf(c));
            SINGLE[c] = folded.length() == 1 ? folded.charAt(0) : c;
        }
        SINGLE['ø'] = SINGLE['Ø'] = 'o';
        SINGLE['ł'] = SINGLE['Ł'] = 'l';
        SINGLE['đ'] = SINGLE['Đ'] = 'd';
        SINGLE['ı'] = 'i';
        SINGLE['’'] = SINGLE['‘'] = SINGLE['`'] = SINGLE['´'] = '\'';
        // An accent may stand on a letter that is folded itself: ǿ.
        for (char c = 0; c < TABLE_SIZE; c++) {
            SINGLE[c] = fold(SINGLE[c]);
        }
    }

    private static final byte[] ASCII = new byte[128];
    private static final char[] FOLDED_WORD = new char[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : OTHER;
        }
        for (char c = 0; c < 128; c++) {
            FOLDED_WORD[c] = ASCII[c] <= DIGIT ? fold(c) : 0;
        }
        ASCII[' '] = ASCII['\t'] = SPACE;
        ASCII['\n'] = ASCII['\r'] = LINE_END;
        ASCII['.'] = ASCII['!'] = ASCII['?'] = ASCII[';'] = SENTENCE_END;
    }

    private Characters() {}

    static byte of(char c) {
        return c < 128 ? ASCII[c] : ofOther(c);
    }

    static boolean isWord(char c) {
        return of(c) <= DIGIT;
    }

    /** The folded letter or digit, 0 for a character that is neither. */
    static char foldedWord(char c) {
        if (c < 128) {
            return FOLDED_WORD[c];
        }
        return isWord(c) ? fold(c) : 0;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == '´' || c == '`';
    }

    private static byte ofOther(char c) {
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

    /** The letter to compare by; ligatures stay as they are, see {@link #fold(String)}. */
    static char fold(char c) {
        return c < TABLE_SIZE ? SINGLE[c] : c;
    }

    static boolean isCombining(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    /** The whole text folded, ligatures spelled out and combining marks removed. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            String letters = ligature(c);
            if (letters != null) {
                folded.append(letters);
            } else if (!isCombining(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static String ligature(char c) {
        return switch (c) {
            case 'œ', 'Œ' -> "oe";
            case 'æ', 'Æ' -> "ae";
            case 'ß' -> "ss";
            default -> null;
        };
    }

    private static String decomposed(String text) {
        String marks = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return marks.length() > 1 && isCombining(marks.charAt(1)) ? marks.substring(0, 1) : marks;
    }
}
