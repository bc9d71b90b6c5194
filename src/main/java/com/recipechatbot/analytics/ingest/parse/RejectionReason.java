package com.recipechatbot.analytics.ingest.parse;

import java.util.Locale;

/** Why a record cannot be used. When several reasons apply, a record has the first in this order. */
public enum RejectionReason {
    RECORD_TOO_LONG("The record is longer than 32 MB; it was skipped without being kept."),
    INVALID_UTF8("The bytes of the record are not UTF-8."),
    NOT_JSON("The record is not exactly one JSON value, or is in an array that never closes."),
    NOT_AN_OBJECT("The record is JSON, but not an object."),
    DUPLICATE_FIELD("A field that is read occurs twice in the record, so its value is ambiguous."),
    BAD_ATTRIBUTE("An attribute of the item is not in the typed form of DynamoDB."),
    KEYS_ONLY_STREAM("The record is a write in a stream of view type KEYS_ONLY, which leaves out the messages."),
    OLD_IMAGE_STREAM("The record is a write in a stream of view type OLD_IMAGE, which leaves out new messages."),
    KEYS_WITHOUT_VIEW(
            "The record holds only keys, and without the manifest of its export nobody knows whether it is a delete or a write of view type KEYS_ONLY. Give the whole export."),
    BAD_WRITE_TIME("The write time of a change cannot be read, or a delete has none."),
    WHOLE_CONVERSATION(
            "The record is a whole conversation with a list of messages, as LangChain and bedrock-chat keep them. Write one record per message instead."),
    MISSING_CONVERSATION_ID("The conversation_id is missing, blank or neither text nor number."),
    MISSING_TIMESTAMP("The timestamp is missing or blank."),
    BAD_TIMESTAMP("The timestamp cannot be read, or is outside 2020 to 2039, the years that have keys."),
    MISSING_ROLE("The role is missing or blank."),
    UNKNOWN_ROLE("The role is not one of user, assistant, tool and system."),
    MESSAGE_NOT_TEXT("The message is an object or an array."),
    BAD_USER_ID("The user_id is neither text nor number.");

    private final String sentence;

    RejectionReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as in the tables, for example {@code not_json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
        return sentence;
    }
}
