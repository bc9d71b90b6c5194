package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the field {@code analytics_opt_out} of the metadata says, in any of the usual spellings. */
final class OptOut {

    private static final Set<String> NAMES = Set.copyOf(FieldNames.spellings("analytics_opt_out"));
    private static final Set<String> YES = Set.of("true", "1", "1.0", "yes", "y", "on", "t");

    private OptOut() {}

    static boolean isNamed(String field) {
        return NAMES.contains(field);
    }

    /** Reads a field of the metadata to its end. */
    static boolean isSaidByField(JsonParser json) throws IOException {
        boolean isNamed = isNamed(json.currentName());
        JsonToken value = json.nextToken();
        boolean isSaid = isNamed && value.isScalarValue() && isYes(json.getText());
        json.skipChildren();
        return isSaid;
    }

    /** Some writers put the metadata into a string. If it mentions the opt-out and cannot be read, it counts as one. */
    static boolean isSaidInText(String metadata) throws IOException {
        if (NAMES.stream().noneMatch(metadata::contains)) {
            return false;
        }
        boolean isSaid = false;
        try (JsonParser json = MessageParser.JSON.createParser(metadata)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    isSaid |= isSaidByField(json);
                }
            }
            return isSaid;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    /** @param metadata as an attribute of DynamoDB or plain, an object or a text with one */
    static boolean isSaidIn(JsonNode metadata) throws IOException {
        JsonNode text = metadata.isTextual() ? metadata : metadata.path("S");
        if (text.isTextual()) {
            return isSaidInText(text.asText());
        }
        JsonNode fields = metadata.has("M") ? metadata.get("M") : metadata;
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode value = field.getValue();
            JsonNode flag =
                    value.isObject() && !value.isEmpty() ? value.elements().next() : value;
            if (isNamed(field.getKey()) && isYes(flag.asText())) {
                return true;
            }
        }
        return false;
    }

    /** @param value text, a number or a truth value, as text */
    private static boolean isYes(String value) {
        return YES.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
