package com.recipechatbot.analytics.facts;

import java.util.Locale;

/** Why a record that could be read is not loaded. */
public enum Exclusion {
    /** Its user, or somebody else in its conversation, was erased. */
    ERASED,
    /** Its user, or somebody else in its conversation, is to be left out, such as staff. */
    EXCLUDED_USER,
    /** It belongs to a day that this run does not read. */
    OTHER_DAY,
    DELETED,
    TTL_DELETED,
    OPTED_OUT,
    /** The key of its month is gone, so its user can no longer be named. */
    KEY_SHREDDED,
    /** The rows of its day have been deleted by retention. */
    EXPIRED,
    /** The same item was written again later. */
    SUPERSEDED;

    private static final Exclusion[] ALL = values();

    private final String column = name().toLowerCase(Locale.ROOT);

    /** As the tables have it: {@code ttl_deleted}. */
    public String column() {
        return column;
    }

    static Exclusion of(int ordinal) {
        return ALL[ordinal];
    }
}
