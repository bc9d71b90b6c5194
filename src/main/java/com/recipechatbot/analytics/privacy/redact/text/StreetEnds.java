package com.recipechatbot.analytics.privacy.redact.text;

import java.util.List;

/** Streets in one word, as many languages write them: "Lindenallee". */
public final class StreetEnds {

    private static final int SHORTEST_START = 3;
    private static final List<String> ENDS = Resource.lines("street_ends.txt");

    private StreetEnds() {}

    /** Whether a word names a street: an end such as "allee", with a name before it. */
    public static boolean end(CharSequence word) {
        for (String end : ENDS) {
            int start = word.length() - end.length();
            if (start >= SHORTEST_START && endsWith(word, start, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(CharSequence word, int start, String end) {
        for (int i = 0; i < end.length(); i++) {
            if (LookAlikes.bare(word.charAt(start + i)) != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
