package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Converts an item from DynamoDB's typed JSON to the plain JSON that the chatbot writes: {@code {"S": "Hi"}} becomes
 * {@code "Hi"}. The fields of a map are sorted by name, so that equal items give equal bytes.
 */
final class PlainItem {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Set<Field> KEYS = EnumSet.of(Field.CONVERSATION_ID, Field.TIMESTAMP, Field.USER_ID);
    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS");
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private PlainItem() {}

    /** An attribute is not typed, or its value is not of its type. Does not quote the value. */
    static final class BadAttributeException extends Exception {
        private static final long serialVersionUID = 1;

        private BadAttributeException() {
            super("not in typed form", null, false, false);
        }
    }

    /**
     * The fields of the item that are read; others may hold anything.
     *
     * @param keysOnly for an item that is gone, whose role and text do not matter
     */
    static byte[] of(JsonNode item, FieldNames names, boolean keysOnly) throws IOException, BadAttributeException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean isTyped = isTyped(item);
        try (JsonGenerator json = MessageParser.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> attribute : item.properties()) {
                FieldNames.Meaning meaning = names.of(attribute.getKey());
                boolean isRead = meaning != null && (!keysOnly || KEYS.contains(meaning.field()));
                if (isRead || names.leadsInto(attribute.getKey())) {
                    json.writeFieldName(attribute.getKey());
                    if (isTyped) {
                        write(attribute.getValue(), json);
                    } else {
                        PLAIN.writeTree(json, attribute.getValue());
                    }
                }
            }
            if (keysOnly) {
                json.writeStringField("role", "user");
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** A function that logs its event may have converted the item already. */
    private static boolean isTyped(JsonNode item) {
        for (JsonNode value : item) {
            if (value.isObject()
                    && value.size() == 1
                    && TYPES.contains(value.fieldNames().next())) {
                return true;
            }
        }
        return item.isEmpty();
    }

    /** The user of an item that cannot be used; null when there is none that can be read. */
    static UTF8String userId(JsonNode item, FieldNames names) {
        JsonNode typed = attribute(item, names, Field.USER_ID);
        String id = typed.has("S") ? typed.get("S").asText() : typed.path("N").asText();
        return id.isBlank() ? null : UTF8String.fromString(id);
    }

    /** The attribute under the best name of a field; a missing node when there is none. */
    static JsonNode attribute(JsonNode item, FieldNames names, Field field) {
        return item.properties().stream()
                .filter(attribute -> names.is(attribute.getKey(), field))
                .min(Comparator.comparing(
                        attribute -> names.of(attribute.getKey()).rank()))
                .map(Map.Entry::getValue)
                .orElse(MissingNode.getInstance());
    }

    private static void write(JsonNode typed, JsonGenerator json) throws IOException, BadAttributeException {
        if (!typed.isObject() || typed.size() != 1) {
            throw new BadAttributeException();
        }
        Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
        JsonNode value = only.getValue();
        switch (only.getKey()) {
            case "S", "B" -> json.writeString(textual(value));
            case "N" -> json.writeRawValue(number(value));
            case "BOOL" -> json.writeBoolean(truth(value));
            case "NULL" -> json.writeNull();
            case "M" -> writeMap(value, json);
            case "L" -> writeList(value, null, json);
            case "SS", "BS" -> writeList(value, "S", json);
            case "NS" -> writeList(value, "N", json);
            default -> throw new BadAttributeException();
        }
    }

    private static void writeMap(JsonNode map, JsonGenerator json) throws IOException, BadAttributeException {
        if (!map.isObject()) {
            throw new BadAttributeException();
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        map.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        json.writeStartObject();
        for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
            json.writeFieldName(whole(field.getKey()));
            write(field.getValue(), json);
        }
        json.writeEndObject();
    }

    /** @param type of the members of a set; null in a list, where each has its own */
    private static void writeList(JsonNode list, String type, JsonGenerator json)
            throws IOException, BadAttributeException {
        if (!list.isArray()) {
            throw new BadAttributeException();
        }
        json.writeStartArray();
        for (JsonNode member : list) {
            if (type == null) {
                write(member, json);
            } else if (type.equals("N")) {
                json.writeRawValue(number(member));
            } else {
                json.writeString(textual(member));
            }
        }
        json.writeEndArray();
    }

    private static String textual(JsonNode value) throws BadAttributeException {
        if (!value.isTextual()) {
            throw new BadAttributeException();
        }
        return whole(value.textValue());
    }

    /** Half a surrogate pair cannot be written in UTF-8. */
    static String whole(String text) {
        return text.codePoints().anyMatch(PlainItem::isHalf)
                ? text.codePoints()
                        .map(character -> isHalf(character) ? 0xFFFD : character)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String number(JsonNode value) throws BadAttributeException {
        if (!value.isTextual() || !NUMBER.matcher(value.textValue()).matches()) {
            throw new BadAttributeException();
        }
        return value.textValue();
    }

    private static boolean truth(JsonNode value) throws BadAttributeException {
        if (!value.isBoolean()) {
            throw new BadAttributeException();
        }
        return value.booleanValue();
    }
}
