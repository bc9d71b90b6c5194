package com.recipechatbot.analytics.privacy.redact;

import java.util.Comparator;
import java.util.List;

/** Phrases that introduce something, looked up by their first letter. */
final class Phrases {

    private final String[][] byFirstLetter = new String['z' - 'a' + 1][];

    Phrases(List<String> phrases) {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            char first = letter;
            byFirstLetter[letter - 'a'] = phrases.stream()
                    .filter(phrase -> phrase.charAt(0) == first)
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toArray(String[]::new);
        }
    }

    /** The end of the longest phrase that begins at a place, at the start of a word, or -1. */
    int end(ShadowText text, int place) {
        int letter = (text.at(place) | 0x20) - 'a';
        if (letter < 0
                || letter >= byFirstLetter.length
                || byFirstLetter[letter].length == 0
                || text.isLetterOrDigit(place - 1)) {
            return -1;
        }
        for (String phrase : byFirstLetter[letter]) {
            int end = place + phrase.length();
            if (text.startsWith(phrase, place) && !text.isLetter(end)) {
                return end;
            }
        }
        return -1;
    }
}
