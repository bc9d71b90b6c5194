package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Parses an item in the envelope of DynamoDB: a line of a full export ({@code Item}), a line of an incremental export
 * or a record of a stream ({@code NewImage}, {@code OldImage}, {@code Keys}). The item is converted to the form that
 * the chatbot writes and parsed as that, so that the same rules apply to both.
 */
final class ItemParser {

    private static final Set<String> ENVELOPE = Set.of("Item", "NewImage", "OldImage", "Keys", "dynamodb");
    /** Fields that only the records of a stream have. */
    private static final Set<String> STREAM = Set.of("StreamViewType", "ApproximateCreationDateTime", "SequenceNumber");

    private static final String TTL = "dynamodb.amazonaws.com";
    private static final long MICROS = 1_000_000;
    private static final int SEQUENCE_DIGITS = 40;
    private static final int LARGEST_SCALE = 100;

    private static final ObjectMapper JSON = new ObjectMapper(MessageParser.JSON)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            // A double cannot hold every microsecond.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final MessageParser messages;

    private final FieldNames names;

    private final boolean hasManifest;

    ItemParser(MessageParser messages, FieldNames names, boolean hasManifest) {
        this.messages = messages;
        this.names = names;
        this.hasManifest = hasManifest;
    }

    static boolean isEnvelope(String field) {
        return ENVELOPE.contains(field);
    }

    /** @param bytes one JSON object, already known to be valid */
    ParsedRecord parse(byte[] bytes, int from, int to) throws IOException {
        JsonNode record;
        try (JsonParser json = JSON.getFactory().createParser(bytes, from, to - from)) {
            record = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // The exception quotes the record: only the reason may leave this class.
            return ParsedRecord.rejected(RejectionReason.DUPLICATE_FIELD, null, false);
        }
        JsonNode change = change(record);
        JsonNode image = change.has("Item") ? change.get("Item") : change.path("NewImage");
        long writtenAt = writtenAt(change);
        boolean saysWhen = !writeTime(change).isMissingNode();
        if (saysWhen && writtenAt == EventTime.UNREADABLE) {
            return rejected(RejectionReason.BAD_WRITE_TIME, image);
        }
        if (image.isObject()) {
            ParsedRecord message = message(image, false);
            return saysWhen && message.reason() == null ? message.writtenAt(writtenAt, sequence(change)) : message;
        }
        if (isWriteOfStream(record, change)) {
            return change.path("OldImage").isObject()
                    ? rejected(RejectionReason.OLD_IMAGE_STREAM, change.get("OldImage"))
                    : rejected(RejectionReason.KEYS_ONLY_STREAM, change.path("Keys"));
        }
        boolean isKeysAlone =
                change.path("Keys").isObject() && !change.path("OldImage").isObject();
        if (isKeysAlone && !hasManifest && !isStream(record, change)) {
            return rejected(RejectionReason.KEYS_WITHOUT_VIEW, change.get("Keys"));
        }
        return gone(record, change, saysWhen ? writtenAt : EventTime.UNREADABLE);
    }

    UTF8String earlierUser(byte[] bytes) throws IOException {
        JsonNode before = change(JSON.readTree(bytes)).path("OldImage");
        return before.isObject() ? message(before, true).userId() : null;
    }

    /**
     * An item without anything around it.
     *
     * @param bytes one JSON object, already known to be valid
     */
    ParsedRecord parseImage(byte[] bytes, int from, int to) throws IOException {
        try (JsonParser json = JSON.getFactory().createParser(bytes, from, to - from)) {
            return message(JSON.readTree(json), false);
        } catch (JsonProcessingException e) {
            // The exception quotes the record: only the reason may leave this class.
            return ParsedRecord.rejected(RejectionReason.DUPLICATE_FIELD, null, false);
        }
    }

    /** Streams wrap the change in another object. */
    private static JsonNode change(JsonNode record) {
        return record.path("dynamodb").isObject() ? record.get("dynamodb") : record;
    }

    /** In an incremental export, what has no new image was deleted; a stream says so, and may leave out the image of a write. */
    private static boolean isWriteOfStream(JsonNode record, JsonNode change) {
        return isStream(record, change) && !record.path("eventName").asText().equalsIgnoreCase("REMOVE");
    }

    private static boolean isStream(JsonNode record, JsonNode change) {
        return record.has("eventName") || STREAM.stream().anyMatch(change::has);
    }

    private ParsedRecord gone(JsonNode record, JsonNode change, long writtenAt) throws IOException {
        JsonNode before = change.path("OldImage").isObject() ? change.get("OldImage") : change.path("Keys");
        ParsedRecord message = message(before, true);
        if (message.reason() != null) {
            return message;
        }
        if (writtenAt == EventTime.UNREADABLE) {
            return rejected(RejectionReason.BAD_WRITE_TIME, before);
        }
        boolean isOver = isBefore(before.path("ttl").path("N").asText(), writtenAt);
        boolean isTtl = record.path("userIdentity").path("principalId").asText().equals(TTL);
        return message.writtenAt(writtenAt, sequence(change))
                .gone(isOver || isTtl ? Change.TTL_DELETED : Change.DELETED);
    }

    private ParsedRecord message(JsonNode image, boolean keysOnly) throws IOException {
        byte[] plain;
        try {
            plain = PlainItem.of(image, names, keysOnly);
        } catch (PlainItem.BadAttributeException e) {
            return rejected(RejectionReason.BAD_ATTRIBUTE, image);
        }
        ParsedRecord message = messages.parse(plain, 0, plain.length, true);
        boolean isWhole = !keysOnly
                && message.reason() != null
                && image.properties().stream().anyMatch(field -> names.isWholeConversation(field.getKey()));
        return isWhole ? rejected(RejectionReason.WHOLE_CONVERSATION, image) : message;
    }

    /** Its user and opt-out count although the rest cannot be used. */
    private ParsedRecord rejected(RejectionReason reason, JsonNode image) throws IOException {
        return ParsedRecord.rejected(
                reason,
                PlainItem.userId(image, names),
                OptOut.isSaidIn(PlainItem.attribute(image, names, Field.METADATA)));
    }

    private static JsonNode writeTime(JsonNode change) {
        JsonNode micros = change.path("Metadata").path("WriteTimestampMicros");
        return micros.isMissingNode() ? change.path("ApproximateCreationDateTime") : micros;
    }

    private static long writtenAt(JsonNode change) {
        JsonNode time = writeTime(change);
        JsonNode value = time.isObject() ? time.path("N") : time;
        // Written out, a number may have any number of zeros.
        boolean isShort = value.isNumber() && Math.abs(value.decimalValue().scale()) <= LARGEST_SCALE;
        String text = isShort ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText();
        return EventTime.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A stream gives only the second; its sequence numbers of 21 to 40 digits are padded so that their texts sort like
     * them.
     */
    private static UTF8String sequence(JsonNode change) {
        String number = change.path("SequenceNumber").asText();
        return number.matches("\\d{1," + SEQUENCE_DIGITS + "}")
                ? UTF8String.fromString("0".repeat(SEQUENCE_DIGITS - number.length()) + number)
                : null;
    }

    /** @param seconds since the epoch, perhaps */
    private static boolean isBefore(String seconds, long micros) {
        return seconds.matches("\\d{1,12}") && Long.parseLong(seconds) * MICROS < micros;
    }
}
