package com.recipechatbot.analytics.ingest.parse;

/** The fields of a record that are read; all others are skipped. */
enum Field {
    CONVERSATION_ID,
    TIMESTAMP,
    USER_ID,
    ROLE,
    MESSAGE,
    METADATA;

    static final int COUNT = values().length;

    /** The field with this name in the JSON, or null when it is not read. */
    static Field named(String name) {
        return switch (name) {
            case "conversation_id" -> CONVERSATION_ID;
            case "timestamp" -> TIMESTAMP;
            case "user_id" -> USER_ID;
            case "role" -> ROLE;
            case "message" -> MESSAGE;
            case "metadata" -> METADATA;
            default -> null;
        };
    }
}
