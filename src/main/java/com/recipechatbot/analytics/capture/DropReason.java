package com.recipechatbot.analytics.capture;

import java.util.Locale;

/** Why a message never reached the table. */
public enum DropReason {
    /** The buffer held as many messages as it may: DynamoDB is slower than the chat, or away. */
    BUFFER_FULL,
    /** DynamoDB took it for none of the attempts in the time that a message is tried for. */
    GAVE_UP,
    /** DynamoDB refused the item for what it is, such as one over 400 KB. */
    REFUSED,
    /** It has no conversation or no role, or metadata that cannot be kept. */
    INVALID,
    /** It came after the tracker was closed, or was still waiting when closing took too long. */
    CLOSED,
    /** A mistake in this software, which must not stop the chat. */
    FAILED;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
