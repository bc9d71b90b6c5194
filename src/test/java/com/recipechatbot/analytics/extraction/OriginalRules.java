package com.recipechatbot.analytics.extraction;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that this package replaces: three patterns, tried on assistant messages that say "recipe". */
final class OriginalRules {

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("recipe for (.+?)(?:\\.|,|!|\\?|$)"),
            Pattern.compile("how to make (.+?)(?:\\.|,|!|\\?|$)"),
            Pattern.compile("cooking (.+?)(?:\\.|,|!|\\?|$)"));

    private OriginalRules() {}

    /** @return what the original counts as the dish, or null */
    static String recipeName(Speaker speaker, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (speaker != Speaker.ASSISTANT || !text.contains("recipe")) {
            return null;
        }
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return matcher.group(1).strip();
            }
        }
        return null;
    }
}
