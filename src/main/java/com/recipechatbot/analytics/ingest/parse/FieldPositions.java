package com.recipechatbot.analytics.ingest.parse;

import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Where the fields of one record begin, noted while it is parsed. Their values are extracted and checked only once the
 * whole record has turned out to be JSON.
 */
@SuppressWarnings("EnumOrdinal") // An EnumMap would box every position, which costs an eighth of the time of reading.
final class FieldPositions {

    private final byte[] json;

    /** By the ordinal of the field; 0 for a missing one, because a brace precedes every field. */
    private final int[] begins = new int[Field.COUNT];

    /** By the ordinal of the field: the rank of the name that it was found by. */
    private final int[] ranks = new int[Field.COUNT];

    private int metadataEnd;
    private int userIdBegin;
    private int userIdEnd;
    private boolean hasDuplicate;
    private boolean hasEnvelope;
    private boolean hasWholeConversation;
    private boolean isOptedOut;

    FieldPositions(byte[] json) {
        this.json = json;
    }

    /** Returns whether this value counts, and not one that the record has under a better name. */
    boolean note(FieldNames.Meaning meaning, int at) {
        Field field = meaning.field();
        if (has(field)) {
            boolean isAgain = ranks[field.ordinal()] == meaning.rank();
            hasDuplicate |= isAgain;
            boolean isBetter = meaning.rank() < ranks[field.ordinal()] && !JsonValue.isNull(json, at);
            if (isPresent(field) && !isBetter && !isAgain) {
                return false;
            }
        } else if (meaning.isAlias()
                && JsonValue.isContainer(json, at)
                && !ExtendedJson.beginsAt(json, at)
                && (field == Field.USER_ID || field == Field.ROLE)) {
            return false;
        }
        begins[field.ordinal()] = at;
        ranks[field.ordinal()] = meaning.rank();
        return true;
    }

    void noteEndOfMetadata(int at) {
        metadataEnd = at;
    }

    void noteEndOfUserId(int at) {
        userIdBegin = begin(Field.USER_ID);
        userIdEnd = at;
    }

    /** A field that DynamoDB puts around an item. */
    void noteEnvelope() {
        hasEnvelope = true;
    }

    /** Whether the record wraps an item and is not a message itself. */
    boolean isEnvelope() {
        return hasEnvelope && !has(Field.CONVERSATION_ID);
    }

    /** Whether the record is an item as DynamoDB types it, without anything around it. */
    boolean isTyped() {
        return has(Field.CONVERSATION_ID)
                && json[begin(Field.CONVERSATION_ID)] == '{'
                && ExtendedJson.text(json, begin(Field.CONVERSATION_ID)) == null;
    }

    void noteWholeConversation() {
        hasWholeConversation = true;
    }

    void noteOptOut() {
        isOptedOut = true;
    }

    ParsedRecord rejected(RejectionReason reason) {
        return ParsedRecord.rejected(reason, userIdOfRejected(), isOptedOut);
    }

    /**
     * The record may be truncated anywhere: only a value that was read to its end counts, and nothing after it is read.
     */
    private UTF8String userIdOfRejected() {
        if (userIdEnd == 0) {
            return null;
        }
        byte[] value = Arrays.copyOfRange(json, userIdBegin, userIdEnd);
        byte[] text = JsonValue.isText(value, 0) ? JsonValue.text(value, 0) : value;
        boolean isId = JsonValue.isText(value, 0) || JsonValue.isNumber(value, 0);
        return isId && !isBlank(text) ? UTF8String.fromBytes(text) : null;
    }

    ParsedRecord toRecord(Roles roles) throws IOException {
        if (hasDuplicate) {
            return rejected(RejectionReason.DUPLICATE_FIELD);
        }
        UTF8String conversationId = id(Field.CONVERSATION_ID);
        if (hasWholeConversation && !has(Field.MESSAGE)) {
            return rejected(RejectionReason.WHOLE_CONVERSATION);
        }
        if (conversationId == null) {
            return rejected(RejectionReason.MISSING_CONVERSATION_ID);
        }
        byte[] timestamp = text(Field.TIMESTAMP);
        if (isBlank(timestamp)) {
            return rejected(RejectionReason.MISSING_TIMESTAMP);
        }
        long sentAt = EventTime.parse(timestamp);
        if (sentAt == EventTime.UNREADABLE) {
            return rejected(RejectionReason.BAD_TIMESTAMP);
        }
        byte[] roleText = text(Field.ROLE);
        if (isBlank(roleText)) {
            return rejected(RejectionReason.MISSING_ROLE);
        }
        UTF8String role = roles.of(roleText);
        if (role == null) {
            return rejected(RejectionReason.UNKNOWN_ROLE);
        }
        boolean isText = !isPresent(Field.MESSAGE) || !JsonValue.isContainer(json, begin(Field.MESSAGE));
        if (!isText && !TextParts.areAt(json, begin(Field.MESSAGE))) {
            return rejected(RejectionReason.MESSAGE_NOT_TEXT);
        }
        if (isPresent(Field.USER_ID) && !isId(Field.USER_ID)) {
            return rejected(RejectionReason.BAD_USER_ID);
        }
        return ParsedRecord.message(
                conversationId,
                sentAt,
                id(Field.USER_ID),
                role,
                UTF8String.fromBytes(isText ? text(Field.MESSAGE) : TextParts.text(json, begin(Field.MESSAGE))),
                metadata(),
                isOptedOut);
    }

    /** Null when the field is missing, null, blank or neither text nor number. */
    private UTF8String id(Field field) {
        byte[] text = isPresent(field) && isId(field) ? text(field) : null;
        return isBlank(text) ? null : UTF8String.fromBytes(text);
    }

    private boolean isId(Field field) {
        return JsonValue.isText(json, begin(field))
                || JsonValue.isNumber(json, begin(field))
                || (JsonValue.isContainer(json, begin(field)) && ExtendedJson.text(json, begin(field)) != null);
    }

    /** Null when the field is missing or null. */
    private byte[] text(Field field) {
        if (!isPresent(field)) {
            return null;
        }
        byte[] extended = JsonValue.isContainer(json, begin(field)) ? ExtendedJson.text(json, begin(field)) : null;
        return extended == null ? JsonValue.text(json, begin(field)) : extended;
    }

    private UTF8String metadata() {
        return isPresent(Field.METADATA)
                ? UTF8String.fromBytes(Arrays.copyOfRange(json, begin(Field.METADATA), metadataEnd))
                : null;
    }

    private boolean isPresent(Field field) {
        return has(field) && !JsonValue.isNull(json, begin(field));
    }

    private boolean has(Field field) {
        return begins[field.ordinal()] != 0;
    }

    private int begin(Field field) {
        return begins[field.ordinal()];
    }

    private static boolean isBlank(byte[] text) {
        if (text != null) {
            for (byte character : text) {
                // Bytes beyond ASCII are negative.
                if (character > ' ' || character < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
