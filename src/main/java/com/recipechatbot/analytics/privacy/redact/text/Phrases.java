package com.recipechatbot.analytics.privacy.redact.text;

import java.util.Comparator;
import java.util.List;

/** Phrases that introduce something, looked up by their first two characters. */
public final class Phrases {

    private static final int LETTERS = 'z' - 'a' + 1;
    private static final String[] NONE = {};

    /** In the last column, those whose second character is not a plain letter. */
    private final String[][] byStart = new String[LETTERS * (LETTERS + 1)][];

    public Phrases(List<String> phrases) {
        for (int start = 0; start < byStart.length; start++) {
            int shared = start;
            byStart[start] = phrases.stream()
                    .filter(phrase -> start(phrase.charAt(0), phrase.charAt(1)) == shared)
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toArray(String[]::new);
        }
    }

    /** Where phrases that begin with two characters are, or -1. */
    private static int start(char first, char second) {
        int row = letter(first);
        int column = letter(second);
        return row < 0 ? -1 : row * (LETTERS + 1) + (column < 0 ? LETTERS : column);
    }

    private static int letter(char character) {
        int letter = (character | 0x20) - 'a';
        return letter < LETTERS ? letter : -1;
    }

    /** The end of the longest phrase that begins at a place, at the start of a word, or -1. */
    public int end(ShadowText text, int place) {
        int start = start(text.at(place), text.at(place + 1));
        String[] phrases = start < 0 ? NONE : byStart[start];
        if (phrases.length == 0 || text.isLetterOrDigit(place - 1)) {
            return -1;
        }
        for (String phrase : phrases) {
            int end = place + phrase.length();
            if (startsWith(text, place, phrase) && !text.isLetter(end)) {
                return end;
            }
        }
        return -1;
    }

    /** From the third character on first: most phrases that share the first two differ there. */
    private static boolean startsWith(ShadowText text, int place, String phrase) {
        return phrase.length() < 3
                ? text.startsWith(phrase, place)
                : text.isLowerCase(phrase.charAt(2), place + 2) && text.startsWith(phrase, place);
    }
}
