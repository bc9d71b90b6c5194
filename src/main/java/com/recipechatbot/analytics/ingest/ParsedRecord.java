package com.recipechatbot.analytics.ingest;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * What a record says, or why it cannot be used. A rejected record has a reason and nothing else but the opt-out and the
 * user, who are honoured wherever they can be read.
 *
 * @param reason null when the record can be used
 * @param sentAt microseconds since the epoch
 * @param userId null when missing, null or blank
 * @param message null when missing or null
 * @param metadata the JSON text as it stands in the record, null when missing or null
 */
record ParsedRecord(
        RejectionReason reason,
        UTF8String conversationId,
        Long sentAt,
        UTF8String userId,
        UTF8String role,
        UTF8String message,
        UTF8String metadata,
        boolean isOptedOut) {

    static ParsedRecord rejected(RejectionReason reason, UTF8String userId, boolean isOptedOut) {
        return new ParsedRecord(reason, null, null, userId, null, null, null, isOptedOut);
    }
}
