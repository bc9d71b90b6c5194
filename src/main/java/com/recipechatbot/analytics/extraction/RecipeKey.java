package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.List;

/** The canonical form of a dish's name, by which its mentions are counted together; a key is its own key. */
final class RecipeKey {

    private static final int DROPPED = WordClass.PRAISE | WordClass.DETERMINER;

    private RecipeKey() {}

    static String of(String name) {
        List<String> words = words(name);
        int first = 0;
        while (first < words.size() && isDropped(words.get(first))) {
            first++;
        }
        return String.join(" ", words.subList(first, words.size()));
    }

    /** The words of a name as keys have them, with the praise that a key drops. */
    static List<String> words(String name) {
        String folded = Characters.fold(name).replace("&", " and ");
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || (c == '\'' && start >= 0)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String word = Spelling.singular(folded.substring(start, i).replace("'", ""));
                // "Mac 'n' cheese".
                words.add(word.equals("n") ? "and" : word);
                start = -1;
            }
        }
        return Spelling.standard().canonical(words);
    }

    private static boolean isDropped(String word) {
        return (Lexicon.standard().classesOf(WordHash.of(word)) & DROPPED) != 0;
    }
}
