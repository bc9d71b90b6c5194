package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Values as MongoDB exports them: {@code {"$date": "2025-01-15T10:00:00Z"}}, {@code {"$oid": "..."}}. */
final class ExtendedJson {

    private static final ObjectMapper JSON = new ObjectMapper(MessageParser.JSON);

    private ExtendedJson() {}

    /** Whether an object begins like such a value; the JSON may be broken behind that. */
    static boolean beginsAt(byte[] json, int at) {
        int next = at + 1;
        while (next < json.length && json[next] <= ' ' && json[next] >= 0) {
            next++;
        }
        return json[at] == '{' && next + 1 < json.length && json[next] == '"' && json[next + 1] == '$';
    }

    /** Its text or number in UTF-8; null when there is something else. */
    static byte[] text(byte[] json, int at) {
        JsonNode value = read(json, at);
        while (value.isObject()
                && value.size() == 1
                && value.fieldNames().next().startsWith("$")) {
            value = value.elements().next();
        }
        return value.isTextual() || value.isNumber() ? value.asText().getBytes(StandardCharsets.UTF_8) : null;
    }

    private static JsonNode read(byte[] json, int at) {
        try (JsonParser parser = MessageParser.JSON.createParser(json, at, json.length - at)) {
            return JSON.readTree(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a value of a record that was read before.", e);
        }
    }
}
