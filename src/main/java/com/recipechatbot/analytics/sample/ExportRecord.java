package com.recipechatbot.analytics.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a message is written into the export: the fields of the original, in its order. */
final class ExportRecord {

    private ExportRecord() {}

    /** @return the caller's own map, to be damaged at will */
    static Map<String, Object> fields(Conversation conversation, Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conversation_id", conversation.id());
        fields.put("timestamp", conversation.form().write(message.sentAt()));
        fields.put("user_id", conversation.user().id());
        fields.put("role", message.turn().role().code());
        fields.put("message", message.turn().text());
        Map<String, Object> metadata = message.turn().metadata();
        metadata.putAll(conversation.user().preferences());
        fields.put("metadata", metadata);
        return fields;
    }
}
