package com.recipechatbot.analytics.ingest.parse;

import java.util.Locale;

/** What a record of a DynamoDB export may be instead of a message. */
public enum Change {
    /** Somebody deleted the message: it is withdrawn. */
    DELETED,
    /** The table's time to live was over: nobody withdrew the message, so it stays. */
    TTL_DELETED;

    /** As the tables have it, like {@code ttl_deleted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
