package com.recipechatbot.analytics.capture;

import java.util.Locale;

/** Why a message never reached the table. */
public enum DropReason {
    /** The buffer was full: DynamoDB is slower than the chat, or unreachable. */
    BUFFER_FULL,
    /** All attempts failed within the time for which a message is retried. */
    GAVE_UP,
    /** DynamoDB refused the item itself, for example because it is over 400 KB. */
    REFUSED,
    /** It has no conversation or no role, or metadata that cannot be stored. */
    INVALID,
    /** It arrived after the tracker was closed, or was still waiting when the time for closing ran out. */
    CLOSED,
    /** A bug in this software, which must not stop the chat. */
    FAILED;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
