package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import java.util.List;

/** The extension that may follow a phone number: {@code x123}, {@code ext. 45}, {@code #7}. */
final class PhoneExtension {

    /** Longer words first, because "extension" begins with "ext". */
    private static final List<String> WORDS = List.of("extension", "ext", "x", "#");

    private static final String FIRST_LETTERS = "eExX#";
    private static final int LONGEST = 6;

    private PhoneExtension() {}

    /** The end of the number with its extension; the place itself without one. */
    static int end(ShadowText text, int place) {
        int word = skip(text, place, " ,;");
        if (FIRST_LETTERS.indexOf(text.at(word)) < 0) {
            return place;
        }
        for (String candidate : WORDS) {
            if (text.startsWith(candidate, word)) {
                int digits = skip(text, word + candidate.length(), " .:=");
                int end = digits;
                while (end - digits < LONGEST && text.isDigit(end)) {
                    end++;
                }
                return end > digits && !text.isLetterOrDigit(end) ? end : place;
            }
        }
        return place;
    }

    private static int skip(ShadowText text, int place, String skipped) {
        int next = place;
        while (next - place < 2 && skipped.indexOf(text.at(next)) >= 0) {
            next++;
        }
        return next;
    }
}
