package com.recipechatbot.analytics.sample;

import java.util.Map;

/**
 * Someone who talks to the chatbot.
 *
 * @param id null or blank when nobody is signed in
 * @param preferences what the chatbot adds to the metadata of all messages
 */
record User(String id, Map<String, Object> preferences) {

    static final Map<String, Object> OPT_OUT = Map.of("analytics_opt_out", true);

    boolean isKnown() {
        return id != null && !id.isBlank();
    }

    boolean optsOut() {
        return preferences.equals(OPT_OUT);
    }
}
