package com.recipechatbot.analytics.extraction;

/** What a character is to a reader of sentences. */
final class CharacterKind {

    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    static final byte SPACE = 3;
    static final byte LINE_END = 4;
    static final byte SENTENCE_END = 5;
    static final byte OTHER = 6;

    private static final byte[] ASCII = new byte[128];
    private static final char[] FOLDED_WORD = new char[128];

    static {
        for (char c = 0; c < 128; c++) {
            ASCII[c] = Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : OTHER;
        }
        for (char c = 0; c < 128; c++) {
            FOLDED_WORD[c] = ASCII[c] <= DIGIT ? Folding.fold(c) : 0;
        }
        ASCII[' '] = ASCII['\t'] = SPACE;
        ASCII['\n'] = ASCII['\r'] = LINE_END;
        ASCII['.'] = ASCII['!'] = ASCII['?'] = ASCII[';'] = SENTENCE_END;
    }

    private CharacterKind() {}

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
        return isWord(c) ? Folding.fold(c) : 0;
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
}
