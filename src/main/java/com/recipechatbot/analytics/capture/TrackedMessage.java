package com.recipechatbot.analytics.capture;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A message as the chatbot gave it, raw: it stays in memory until it is redacted.
 *
 * @param at when it came, to the microsecond
 * @param userId null when unknown
 * @param message may be null
 */
record TrackedMessage(
        Instant at, String conversationId, String userId, String role, String message, AttributeValue metadata) {

    /** Says nothing of the message: records print their fields, and this one may end up in a log. */
    @Override
    public String toString() {
        return "TrackedMessage[" + at + "]";
    }
}
