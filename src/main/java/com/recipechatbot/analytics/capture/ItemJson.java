package com.recipechatbot.analytics.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as the record that the original pipeline writes to S3: plain JSON, without attributes that only the table
 * needs.
 */
final class ItemJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final Set<String> OF_THE_TABLE = Set.of(ConversationTable.DATE_SHARD, ConversationTable.TTL);
    /** The original's fields first, in an order that is easy to read. */
    private static final List<String> ORDER = List.of(
            ConversationTable.CONVERSATION_ID,
            ConversationTable.TIMESTAMP,
            ConversationTable.USER_ID,
            ConversationTable.ROLE,
            ConversationTable.MESSAGE,
            ConversationTable.METADATA,
            ConversationTable.HAS_RECIPE,
            ConversationTable.RECIPE_NAME);

    private ItemJson() {}

    /** Writes objects in UTF-8; the caller adds separators. */
    static JsonGenerator lines(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).setRootValueSeparator(null);
    }

    static void write(Map<String, AttributeValue> item, JsonGenerator json) throws IOException {
        json.writeStartObject();
        List<String> names = item.keySet().stream()
                .filter(name -> !OF_THE_TABLE.contains(name))
                .sorted(Comparator.comparingInt(ItemJson::place).thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String name : names) {
            json.writeFieldName(name);
            writeValue(item.get(name), json);
        }
        json.writeEndObject();
    }

    private static int place(String name) {
        int place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }

    private static void writeValue(AttributeValue value, JsonGenerator json) throws IOException {
        switch (value.type()) {
            case S -> json.writeString(value.s());
            // The digits as stored in DynamoDB, whatever their precision.
            case N -> json.writeNumber(value.n());
            case BOOL -> json.writeBoolean(value.bool());
            case NUL -> json.writeNull();
            case M -> {
                json.writeStartObject();
                // A map's order varies, but the same item must always give the same line.
                for (Map.Entry<String, AttributeValue> field : new TreeMap<>(value.m()).entrySet()) {
                    json.writeFieldName(field.getKey());
                    writeValue(field.getValue(), json);
                }
                json.writeEndObject();
            }
            case L -> {
                json.writeStartArray();
                for (AttributeValue element : value.l()) {
                    writeValue(element, json);
                }
                json.writeEndArray();
            }
            case SS ->
                json.writeArray(value.ss().toArray(String[]::new), 0, value.ss().size());
            case NS -> {
                json.writeStartArray();
                for (String number : value.ns()) {
                    json.writeNumber(number);
                }
                json.writeEndArray();
            }
            case B -> json.writeString(base64(value.b().asByteArray()));
            case BS ->
                json.writeArray(
                        value.bs().stream()
                                .map(bytes -> base64(bytes.asByteArray()))
                                .toArray(String[]::new),
                        0,
                        value.bs().size());
            default ->
                throw new IllegalStateException(
                        "Cannot write an attribute of an item: DynamoDB has a type that this version does not know.");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
