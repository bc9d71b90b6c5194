package com.recipechatbot.analytics.ingest;

/** The fields of a record that are read; all others are skipped. */
enum RecordField {
    CONVERSATION_ID,
    TIMESTAMP,
    USER_ID,
    ROLE,
    MESSAGE,
    METADATA;

    /** The field of that name in the JSON, or null when it is not read. */
    static RecordField named(String name) {
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
