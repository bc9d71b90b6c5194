package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.recipechatbot.analytics.ingest.FieldMapping;
import java.io.IOException;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Parses the bytes of one record, as written by the chatbot or exported by DynamoDB. Never throws because of their
 * content.
 */
public final class MessageParser {

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

    private final FieldNames names;
    private final Roles roles;
    private final ItemParser items;
    private final Wrappers wrappers = new Wrappers(this);

    /** @param mapping what the input calls the fields */
    public MessageParser(FieldMapping mapping) {
        this(new FieldNames(mapping), new Roles(mapping), true);
    }

    private MessageParser(FieldNames names, Roles roles, boolean hasManifest) {
        this.names = names;
        this.roles = roles;
        this.items = new ItemParser(this, names, hasManifest);
    }

    /** For files of which no manifest says what their changes leave out: there, keys alone do not say that an item is gone. */
    public MessageParser withoutManifest() {
        return new MessageParser(names, roles, false);
    }

    /**
     * The records inside one that has no {@code conversation_id}.
     *
     * @return null when there are none, so that it is a rejected record itself
     */
    public List<WrappedRecord> unwrap(byte[] bytes, int from, int to) throws IOException {
        return wrappers.open(bytes, from, to);
    }

    public ParsedRecord parse(byte[] bytes, int from, int to) throws IOException {
        return parse(bytes, from, to, false);
    }

    /** @param isPlain whether it was an item and is converted */
    ParsedRecord parse(byte[] bytes, int from, int to, boolean isPlain) throws IOException {
        if (!WideBytes.isUtf8(bytes, from, to)) {
            return ParsedRecord.rejected(RejectionReason.INVALID_UTF8, null, false);
        }
        FieldPositions fields = new FieldPositions(bytes);
        try (JsonParser json = JSON.createParser(bytes, from, to - from)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    readField(json, null, from, fields);
                }
            } else {
                json.skipChildren();
            }
            if (first == null || json.nextToken() != null) {
                return fields.rejected(RejectionReason.NOT_JSON);
            }
            if (!isPlain && fields.isEnvelope()) {
                return items.parse(bytes, from, to);
            }
            if (!isPlain && fields.isTyped()) {
                return items.parseImage(bytes, from, to);
            }
            return first == JsonToken.START_OBJECT
                    ? fields.toRecord(roles)
                    : fields.rejected(RejectionReason.NOT_AN_OBJECT);
        } catch (JsonProcessingException e) {
            // The exception quotes the record: only the reason may leave this class.
            return fields.rejected(RejectionReason.NOT_JSON);
        }
    }

    /**
     * The user of an item before it was changed, or null.
     *
     * @param bytes a record that {@link #parse} has understood
     */
    public UTF8String earlierUser(byte[] bytes) throws IOException {
        return items.earlierUser(bytes);
    }

    /** @param parent the object that the field is in; null for the record itself */
    private void readField(JsonParser json, String parent, int from, FieldPositions fields) throws IOException {
        String name = parent == null ? json.currentName() : parent + "." + json.currentName();
        FieldNames.Meaning meaning = names.of(name);
        JsonToken value = json.nextToken();
        if (meaning == null) {
            if (value == JsonToken.START_OBJECT && parent == null && ItemParser.isEnvelope(name)) {
                fields.noteEnvelope();
            } else if (parent == null && names.isWholeConversation(name)) {
                fields.noteWholeConversation();
            }
            readInside(json, value, name, from, fields);
            return;
        }
        boolean counts =
                fields.note(meaning, from + (int) json.currentTokenLocation().getByteOffset());
        if (meaning.field() == Field.METADATA) {
            readMetadata(json, value, name, from, fields);
        } else {
            readInside(json, value, name, from, fields);
        }
        if (counts && meaning.field() == Field.USER_ID) {
            json.finishToken();
            fields.noteEndOfUserId(from + (int) json.currentLocation().getByteOffset());
        } else if (counts && meaning.field() == Field.METADATA) {
            json.finishToken();
            fields.noteEndOfMetadata(from + (int) json.currentLocation().getByteOffset());
        }
    }

    private void readInside(JsonParser json, JsonToken value, String name, int from, FieldPositions fields)
            throws IOException {
        if (value == JsonToken.START_OBJECT && names.leadsInto(name)) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                readField(json, name, from, fields);
            }
        } else {
            json.skipChildren();
        }
    }

    private void readMetadata(JsonParser json, JsonToken value, String name, int from, FieldPositions fields)
            throws IOException {
        if (value == JsonToken.START_OBJECT) {
            boolean leadsInto = names.leadsInto(name);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (leadsInto && !OptOut.isNamed(json.currentName())) {
                    readField(json, name, from, fields);
                } else if (OptOut.isSaidByField(json)) {
                    fields.noteOptOut();
                }
            }
            return;
        }
        if (value == JsonToken.VALUE_STRING && OptOut.isSaidInText(json.getText())) {
            fields.noteOptOut();
        }
        json.skipChildren();
    }
}
