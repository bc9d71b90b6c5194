package com.recipechatbot.analytics.privacy;

import java.text.Normalizer;

/** Folds a character to the plain one that it looks like, so that a disguise hides nothing from the detectors. */
final class Folding {

    /** What an invisible character folds to: it is left out. */
    static final char INVISIBLE = 0;

    /** Joins emoji, and so is common. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** What a symbol folds to that is nothing a detector knows. */
    private static final char SYMBOL = '\u25A1';

    private Folding() {}

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(char character) {
        return character < 0x80
                ? (character | 0x20) >= 'a' && (character | 0x20) <= 'z'
                : Character.isLetter(character);
    }

    /** Whether a character beyond ASCII may be a digit, a letter or an at sign in disguise, or hides between them. */
    static boolean isDisguise(int codePoint) {
        if (codePoint < 0x300 || (codePoint >= 0x2010 && codePoint <= 0x2027) || codePoint >= 0x1F300) {
            return codePoint == 0xAD || codePoint == 0xB2 || codePoint == 0xB3 || codePoint == 0xB9;
        }
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> codePoint != ZERO_WIDTH_JOINER;
            default -> isStyled(codePoint);
        };
    }

    /** Full-width, small, enclosed and mathematical letters and signs, and what damaged bytes leave. */
    private static boolean isStyled(int codePoint) {
        return (codePoint >= 0xFE50 && codePoint <= 0xFE6B)
                || (codePoint >= 0xFF20 && codePoint <= 0xFF5A)
                || (codePoint >= 0x2460 && codePoint <= 0x24FF)
                || (codePoint >= 0x1D400 && codePoint <= 0x1D7FF)
                || codePoint == 0xFFFD;
    }

    static char fold(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= ' ' || codePoint == '\n' || codePoint == '\t'
                    ? (char) codePoint
                    : foldControl(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> INVISIBLE;
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> '\'';
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(codePoint, 10));
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> SYMBOL;
            default -> foldCompatible(codePoint);
        };
    }

    private static char foldControl(int codePoint) {
        return codePoint == '\r' ? '\n' : INVISIBLE;
    }

    private static char foldCompatible(int codePoint) {
        if (codePoint == 0xFFFD) {
            return INVISIBLE; // What is left of damaged bytes must not tear a value apart.
        }
        if (codePoint == 0x2212 || codePoint == 0x2043) {
            return '-';
        }
        if (codePoint == 0x3002) {
            return '.';
        }
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        if (plain.length() == 1 || isAccented(plain)) {
            return plain.charAt(0);
        }
        if (Character.charCount(codePoint) == 1) {
            return (char) codePoint;
        }
        // A letter that needs two units stays a letter, any other symbol a symbol.
        return Character.isLetter(codePoint) ? '\u01BB' : SYMBOL;
    }

    private static boolean isAccented(String plain) {
        for (int i = 1; i < plain.length(); i++) {
            if (Character.getType(plain.charAt(i)) != Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return !Character.isSurrogate(plain.charAt(0));
    }
}
