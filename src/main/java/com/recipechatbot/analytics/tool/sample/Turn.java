package com.recipechatbot.analytics.tool.sample;

import java.util.Map;
import java.util.TreeMap;

/**
 * One thing said, and what is planted in it.
 *
 * @param text cut to {@value #LONGEST_TEXT} characters, as the chatbot cuts it
 * @param dish the dish that the text names, or null
 * @param spelling how the text spells the dish, or null
 * @param personalData the type of the one value of personal data in the text, or null
 */
record Turn(Role role, String text, Dish dish, String spelling, String personalData, Map<String, Object> metadata) {

    static final int LONGEST_TEXT = 500;

    Turn {
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            text = text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
        }
    }

    static Turn of(Role role, String text) {
        return new Turn(role, text, null, null, null, Map.of());
    }

    static Turn naming(Role role, String text, Dish dish, String spelling) {
        return new Turn(role, text.replace("{dish}", spelling), dish, spelling, null, Map.of());
    }

    static Turn revealing(String personalData, String text) {
        return new Turn(Role.USER, text, null, null, personalData, Map.of());
    }

    Turn with(Map<String, ?> moreMetadata) {
        // Sorted, because the same seed must give the same bytes.
        Map<String, Object> all = new TreeMap<>(metadata);
        all.putAll(moreMetadata);
        return new Turn(role, text, dish, spelling, personalData, all);
    }
}
