package com.recipechatbot.analytics.ingest.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The fields of a record that are read; all others are skipped. */
public enum Field {
    CONVERSATION_ID("session_id", "thread_id", "chat_id", "dialog_id"),
    TIMESTAMP("created_at", "sent_at", "create_time", "created", "datetime", "time", "ts"),
    USER_ID("user", "uid", "customer_id"),
    ROLE("author", "sender", "speaker", "type"),
    MESSAGE("content", "text"),
    METADATA;

    static final int COUNT = values().length;

    private final String aliases;

    Field(String... aliases) {
        this.aliases = String.join(" ", aliases);
    }

    /** Our own name for it. */
    public String ours() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What others call it, the most telling name first. */
    List<String> aliases() {
        return aliases.isEmpty() ? List.of() : List.of(aliases.split(" "));
    }

    /** The field with this name of ours; null when there is none. */
    public static Field of(String ours) {
        return Arrays.stream(values())
                .filter(field -> field.ours().equals(ours))
                .findFirst()
                .orElse(null);
    }

    /** Our names, for messages. */
    public static String allOurs() {
        return Arrays.stream(values()).map(Field::ours).collect(Collectors.joining(", "));
    }
}
