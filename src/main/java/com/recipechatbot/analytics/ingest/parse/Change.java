package com.recipechatbot.analytics.ingest.parse;

import java.util.Locale;

/** What a record of a DynamoDB export can be instead of a message. */
public enum Change {
    /** The message was deleted: it is withdrawn. */
    DELETED,
    /** The message expired by the table's time to live: nobody withdrew it, so it stays. */
    TTL_DELETED;

    /** As in the tables, for example {@code ttl_deleted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
