package com.recipechatbot.analytics.extraction.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The metadata of a message, parsed once for all that is read from it. */
public final class MessageMetadata {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MessageMetadata EMPTY = new MessageMetadata(MissingNode.getInstance());

    private final JsonNode fields;

    private MessageMetadata(JsonNode fields) {
        this.fields = fields;
    }

    /** @param json may be null, and anything: metadata is free-form, and is not needed to read a message */
    public static MessageMetadata of(String json) {
        if (json == null || json.isBlank() || json.equals("{}")) {
            return EMPTY;
        }
        JsonNode fields = parse(json);
        return fields.isObject() && !fields.isEmpty() ? new MessageMetadata(fields) : EMPTY;
    }

    /** A missing node for what is not JSON. */
    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    JsonNode fields() {
        return fields;
    }

    /** A missing node for a field that is not there. */
    JsonNode get(String field) {
        return fields.path(field);
    }
}
