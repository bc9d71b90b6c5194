package com.recipechatbot.analytics.leaks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Text as it may stand between the quotes of a JSON string. */
final class JsonText {

    private JsonText() {}

    static String quoted(String text) {
        try {
            String json = new ObjectMapper().writeValueAsString(text);
            return json.substring(1, json.length() - 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each character as its escape. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
