package com.recipechatbot.analytics.leaks;

/** Text as it may stand between the quotes of a JSON string. */
final class JsonText {

    private JsonText() {}

    /** Each character as its escape. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
