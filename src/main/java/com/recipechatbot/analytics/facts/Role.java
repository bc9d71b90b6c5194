package com.recipechatbot.analytics.facts;

import java.util.Locale;

/** Who wrote a record, in the order in which those of the same microsecond are read: a user speaks first. */
public enum Role {
    USER(0),
    ASSISTANT(1),
    TOOL(2),
    SYSTEM(3);

    private static final Role[] BY_CODE = values();

    private final int code;
    private final String column = name().toLowerCase(Locale.ROOT);

    Role(int code) {
        this.code = code;
    }

    /** As facts hold it. */
    public int code() {
        return code;
    }

    /** As the tables have it: {@code assistant}. */
    public String column() {
        return column;
    }

    /** Whether its records count as messages. */
    public boolean isCounted() {
        return this == USER || this == ASSISTANT;
    }

    static Role of(int code) {
        return BY_CODE[code];
    }

    /** @throws IllegalArgumentException for any other text */
    public static Role of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
