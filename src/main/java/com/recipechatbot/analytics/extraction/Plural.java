package com.recipechatbot.analytics.extraction;

/** The regular English plural of a noun, and back. */
final class Plural {

    private Plural() {}

    static String of(String word) {
        if (word.endsWith("y") && word.length() > 2 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean sibilant = word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
        return word + (sibilant || word.endsWith("tato") || word.endsWith("mato") ? "es" : "s");
    }

    static String folded(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies") && !keepsE(word)) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4
                && (word.endsWith("ches")
                        || word.endsWith("shes")
                        || word.endsWith("sses")
                        || word.endsWith("xes")
                        || word.endsWith("oes"))) {
            return word.substring(0, length - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return length > 3 && plural ? word.substring(0, length - 1) : word;
    }

    private static boolean keepsE(String word) {
        return switch (word) {
            case "brownies", "calories", "cookies", "pies", "smoothies", "veggies" -> true;
            default -> false;
        };
    }
}
