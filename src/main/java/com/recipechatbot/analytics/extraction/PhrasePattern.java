package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spells out {@code how (do|can) i? MAKE}: alternatives, optional parts, and lists of words by their name. */
final class PhrasePattern {

    private PhrasePattern() {}

    static List<List<String>> expand(String pattern, Map<String, List<String>> lists) {
        List<List<String>> phrases = List.of(List.of());
        for (String part : pattern.strip().split(" ")) {
            boolean optional = part.endsWith("?");
            List<List<String>> longer = new ArrayList<>(optional ? phrases : List.of());
            for (String word : alternatives(optional ? part.substring(0, part.length() - 1) : part, lists)) {
                for (List<String> phrase : phrases) {
                    List<String> joined = new ArrayList<>(phrase);
                    joined.addAll(List.of(word.split(" ")));
                    longer.add(joined);
                }
            }
            phrases = longer;
        }
        return phrases;
    }

    private static List<String> alternatives(String part, Map<String, List<String>> lists) {
        List<String> words = new ArrayList<>();
        for (String word : part.split("\\|")) {
            words.addAll(lists.getOrDefault(word, List.of(word)));
        }
        return words;
    }
}
