package com.recipechatbot.analytics.ingest.parse;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * What a record says, or why it cannot be used. A rejected record has only a reason and, where they can be read, the
 * opt-out and the user.
 *
 * @param reason null when the record can be used
 * @param sentAt microseconds since the epoch
 * @param userId null when missing, null or blank
 * @param message null when missing or null
 * @param metadata the JSON text exactly as in the record, null when missing or null
 * @param writtenAt when DynamoDB wrote this, in microseconds since the epoch; null when the record does not say
 * @param sequence orders what a stream wrote to an item in the same second, as text; null when the record does not say
 * @param change what the record is instead of a message; null for a message
 */
public record ParsedRecord(
        RejectionReason reason,
        UTF8String conversationId,
        Long sentAt,
        UTF8String userId,
        UTF8String role,
        UTF8String message,
        UTF8String metadata,
        boolean isOptedOut,
        Long writtenAt,
        UTF8String sequence,
        Change change) {

    /** A message without a known write time. */
    static ParsedRecord message(
            UTF8String conversationId,
            long sentAt,
            UTF8String userId,
            UTF8String role,
            UTF8String message,
            UTF8String metadata,
            boolean isOptedOut) {
        return new ParsedRecord(
                null, conversationId, sentAt, userId, role, message, metadata, isOptedOut, null, null, null);
    }

    public static ParsedRecord rejected(RejectionReason reason, UTF8String userId, boolean isOptedOut) {
        return new ParsedRecord(reason, null, null, userId, null, null, null, isOptedOut, null, null, null);
    }

    /** The same record, written at that time. */
    public ParsedRecord writtenAt(Long micros, UTF8String inSecond) {
        return new ParsedRecord(
                reason, conversationId, sentAt, userId, role, message, metadata, isOptedOut, micros, inSecond, change);
    }

    /** That the item is gone: of its content, only its owner is kept. */
    ParsedRecord gone(Change how) {
        return new ParsedRecord(
                null, conversationId, sentAt, userId, null, null, null, false, writtenAt, sequence, how);
    }
}
