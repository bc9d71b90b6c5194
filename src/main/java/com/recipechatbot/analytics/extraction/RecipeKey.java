package com.recipechatbot.analytics.extraction;

/** The canonical form of a dish's name, by which its mentions are counted together. */
final class RecipeKey {

    private RecipeKey() {}

    static String of(String name) {
        String folded = Folding.fold(name).replace("&", " and ");
        StringBuilder key = new StringBuilder(folded.length());
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || (c == '\'' && start >= 0)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                append(key, folded.substring(start, i).replace("'", ""));
                start = -1;
            }
        }
        return key.toString();
    }

    private static void append(StringBuilder key, String word) {
        boolean praise = key.isEmpty()
                && (Lexicon.standard().classesOf(WordHash.of(word)) & (WordClass.PRAISE | WordClass.DETERMINER)) != 0;
        if (!praise && !word.isEmpty()) {
            key.append(key.isEmpty() ? "" : " ").append(Plural.folded(word));
        }
    }
}
