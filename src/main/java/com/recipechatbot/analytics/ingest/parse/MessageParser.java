package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Parses the bytes of one record, as written by the chatbot or exported by DynamoDB. Never throws because of their
 * content.
 */
public final class MessageParser {

    private static final String OPT_OUT = "analytics_opt_out";

    public static final JsonFactory JSON = JsonFactory.builder()
            // Records are UTF-8: detection would mistake a NUL after the brace for UTF-16.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            // Field names are untrusted: neither their number nor their hashes may cost more than their bytes.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final ItemParser items = new ItemParser(this);

    public ParsedRecord parse(byte[] bytes, int from, int to) throws IOException {
        if (!WideBytes.isUtf8(bytes, from, to)) {
            return ParsedRecord.rejected(RejectionReason.INVALID_UTF8, null, false);
        }
        FieldPositions fields = new FieldPositions(bytes);
        try (JsonParser json = JSON.createParser(bytes, from, to - from)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    readField(json, from, fields);
                }
            } else {
                json.skipChildren();
            }
            if (first == null || json.nextToken() != null) {
                return fields.rejected(RejectionReason.NOT_JSON);
            }
            if (fields.isEnvelope()) {
                return items.parse(bytes, from, to);
            }
            return first == JsonToken.START_OBJECT ? fields.toRecord() : fields.rejected(RejectionReason.NOT_AN_OBJECT);
        } catch (JsonProcessingException e) {
            // The exception quotes the record: only the reason may leave this class.
            return fields.rejected(RejectionReason.NOT_JSON);
        }
    }

    private static void readField(JsonParser json, int from, FieldPositions fields) throws IOException {
        Field field = Field.named(json.currentName());
        boolean isEnvelope = field == null && ItemParser.isEnvelope(json.currentName());
        JsonToken value = json.nextToken();
        if (isEnvelope && value == JsonToken.START_OBJECT) {
            fields.noteEnvelope();
        }
        if (field != null) {
            fields.note(field, from + (int) json.currentTokenLocation().getByteOffset());
        }
        if (field == Field.USER_ID) {
            json.finishToken();
            fields.noteEndOfUserId(from + (int) json.currentLocation().getByteOffset());
        }
        if (field != Field.METADATA) {
            json.skipChildren();
            return;
        }
        if (value == JsonToken.START_OBJECT) {
            readOptOuts(json, fields);
        } else {
            if (value == JsonToken.VALUE_STRING && json.getText().contains(OPT_OUT)) {
                readOptOutInText(json.getText(), fields);
            }
            json.skipChildren();
            json.finishToken();
        }
        fields.noteEndOfMetadata(from + (int) json.currentLocation().getByteOffset());
    }

    /**
     * Some writers put the metadata into a string. If it mentions the opt-out and cannot be read, it counts as an
     * opt-out.
     */
    private static void readOptOutInText(String metadata, FieldPositions fields) throws IOException {
        try (JsonParser json = JSON.createParser(metadata)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                readOptOuts(json, fields);
            }
        } catch (JsonProcessingException e) {
            fields.noteOptOut();
        }
    }

    private static void readOptOuts(JsonParser json, FieldPositions fields) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            readOptOut(json, fields);
        }
    }

    private static void readOptOut(JsonParser json, FieldPositions fields) throws IOException {
        boolean isOptOut = json.currentName().equals(OPT_OUT);
        JsonToken value = json.nextToken();
        if (isOptOut && value.isScalarValue() && json.getText().equalsIgnoreCase("true")) {
            fields.noteOptOut();
        }
        json.skipChildren();
    }
}
