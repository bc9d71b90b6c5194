package com.recipechatbot.analytics.facts;

import java.util.Locale;

/** Who wrote a record, in the order in which those of the same microsecond are read: a user speaks first. */
public enum Role {
    USER,
    ASSISTANT,
    TOOL,
    SYSTEM;

    private static final Role[] ALL = values();

    private final String column = name().toLowerCase(Locale.ROOT);

    /** As the tables have it: {@code assistant}. */
    public String column() {
        return column;
    }

    /** Whether its records count as messages. */
    public boolean isCounted() {
        return this == USER || this == ASSISTANT;
    }

    static Role of(int ordinal) {
        return ALL[ordinal];
    }

    /** @throws IllegalArgumentException for any other text */
    public static Role of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
