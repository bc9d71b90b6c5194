package com.recipechatbot.analytics.sample;

import java.util.Locale;

/** Who speaks. Only what users and the assistant say is counted as a message. */
enum Role {
    USER,
    ASSISTANT,
    TOOL,
    SYSTEM;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isCounted() {
        return this == USER || this == ASSISTANT;
    }
}
