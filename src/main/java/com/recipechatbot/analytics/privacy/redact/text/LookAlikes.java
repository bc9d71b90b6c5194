package com.recipechatbot.analytics.privacy.redact.text;

import java.text.Normalizer;

/** Folds a character to the plain one that it resembles, so that disguises hide nothing from the detectors. */
public final class LookAlikes {

    /** What an invisible character folds to: it is omitted. */
    static final char INVISIBLE = 0;

    /** What a symbol folds to that means nothing to any detector. */
    private static final char SYMBOL = '\u25A1';

    private static final char[] BASIC = basic();

    /** The Latin letters end before this one. */
    private static final char AFTER_LATIN = 0x2000;

    /** Letters that have no accent to lose, and the plain ones that people type for them. */
    private static final String UNACCENTED = "øłđðßæœıþə";

    private static final String TYPED = "olddsaoite";

    private static final char[] BARE = bare();

    private LookAlikes() {}

    private static char[] bare() {
        char[] bare = new char[AFTER_LATIN];
        for (char character = 0; character < bare.length; character++) {
            char lower = Character.toLowerCase(character);
            int typed = UNACCENTED.indexOf(lower);
            bare[character] = typed >= 0
                    ? TYPED.charAt(typed)
                    : Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                            .charAt(0);
        }
        return bare;
    }

    public static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    public static boolean isLetter(char character) {
        return character < 0x80
                ? (character | 0x20) >= 'a' && (character | 0x20) <= 'z'
                : Character.isLetter(character);
    }

    /** A letter in lower case and without its accent; other characters as they are. */
    public static char bare(char character) {
        if (character < 0x80) {
            return character >= 'A' && character <= 'Z' ? (char) (character | 0x20) : character;
        }
        return character < BARE.length ? BARE[character] : Character.toLowerCase(character);
    }

    static char fold(int codePoint) {
        return codePoint < BASIC.length ? BASIC[codePoint] : foldAny(codePoint);
    }

    /** A table for all characters without surrogates, because texts can be long. */
    private static char[] basic() {
        char[] basic = new char[Character.MIN_SUPPLEMENTARY_CODE_POINT];
        for (int codePoint = 0; codePoint < basic.length; codePoint++) {
            basic[codePoint] = foldAny(codePoint);
        }
        return basic;
    }

    private static char foldAny(int codePoint) {
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
            default ->
                codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT
                        ? foldCompatible(codePoint)
                        : foldSupplementary(codePoint);
        };
    }

    private static char foldControl(int codePoint) {
        return codePoint == '\r' ? '\n' : INVISIBLE;
    }

    private static char foldCompatible(int codePoint) {
        return switch (codePoint) {
            case 0xFFFD -> INVISIBLE; // The remains of damaged bytes must not split a value.
            case 0xAA, 0xBA ->
                (char) codePoint; // Spanish ordinals, often used as degree signs: letters in their own right.
            case 0x2212, 0x2043 -> '-';
            case 0xB7, 0x3002 -> '.';
            default -> isSyllable(codePoint) ? (char) codePoint : foldStyled(codePoint);
        };
    }

    /** Han and Hangul resemble nothing else, and are too many to look up one by one. */
    private static boolean isSyllable(int codePoint) {
        return Character.isIdeographic(codePoint) || (codePoint >= 0xAC00 && codePoint <= 0xD7A3);
    }

    /**
     * Full-width, enclosed or raised characters lose their style. Accents stay, because they make a different letter.
     */
    private static char foldStyled(int codePoint) {
        String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        if (plain.length() == 1) {
            return plain.charAt(0);
        }
        return Character.charCount(codePoint) == 1 ? (char) codePoint : foldUnstyled(codePoint);
    }

    /** Mathematical and enclosed letters have a plain form; emoji and the letters of old scripts have none. */
    private static char foldSupplementary(int codePoint) {
        boolean styled =
                (codePoint >= 0x1D400 && codePoint <= 0x1D7FF) || (codePoint >= 0x1F100 && codePoint <= 0x1F1FF);
        return styled ? foldStyled(codePoint) : foldUnstyled(codePoint);
    }

    /** A letter that needs two units stays a letter, any other symbol a symbol. */
    private static char foldUnstyled(int codePoint) {
        return Character.isLetter(codePoint) ? '\u01BB' : SYMBOL;
    }
}
