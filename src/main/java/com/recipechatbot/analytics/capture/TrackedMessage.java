package com.recipechatbot.analytics.capture;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A message as received from the chatbot, unredacted: it never leaves memory before it is redacted.
 *
 * @param at when it arrived, to the microsecond
 * @param userId null when unknown
 * @param message may be null
 */
record TrackedMessage(
        Instant at, String conversationId, String userId, String role, String message, AttributeValue metadata) {

    /** Reveals nothing about the message: records print their fields, and this one might end up in a log. */
    @Override
    public String toString() {
        return "TrackedMessage[" + at + "]";
    }
}
