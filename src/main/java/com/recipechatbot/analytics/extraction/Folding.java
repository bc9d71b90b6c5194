package com.recipechatbot.analytics.extraction;

import java.text.Normalizer;
import java.util.Locale;

/** Folds letters for comparison: lower case, without accents, ligatures spelled out. */
final class Folding {

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

    private Folding() {}

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
