package com.recipechatbot.analytics.extraction;

/** Tells most English adjectives by how they end. */
final class Adjective {

    private static final String[] ENDINGS = {
        "able", "ible", "ful", "less", "ous", "ive", "iest", "ary", "ory", "ical", "nal", "ial", "ual", "ular", "ish",
        "ing", "ed", "ier", "ally", "ently", "ately", "ient", "istic", "alist", "ward", "like", "wise", "worthy",
        "proof"
    };
    private static final int FEWEST_LETTERS = 6;

    private Adjective() {}

    /** @param end after the last letter of the word */
    static boolean isOne(MessageText text, int start, int end) {
        if (end - start >= FEWEST_LETTERS) {
            for (String ending : ENDINGS) {
                if (endsWith(text, end, ending)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean endsWith(MessageText text, int end, String ending) {
        int at = end - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (Folding.fold(text.charAt(at + i)) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
