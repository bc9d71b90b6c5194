package com.recipechatbot.analytics.facts;

import java.util.Locale;

/** Why a record that could be read is not loaded. */
public enum Exclusion {
    /** Its user, or somebody else in its conversation, was erased. */
    ERASED(1),
    /** Its user, or somebody else in its conversation, is to be left out, such as staff. */
    EXCLUDED_USER(2),
    /** It belongs to a day that this run does not read. */
    OTHER_DAY(3),
    DELETED(4),
    TTL_DELETED(5),
    OPTED_OUT(6),
    /** The key of its month is gone, so its user can no longer be pseudonymized. */
    KEY_SHREDDED(7),
    /** The rows of its day have been deleted by retention. */
    EXPIRED(8),
    /** The same item was written again later. */
    SUPERSEDED(9);

    private static final Exclusion[] ALL = values();

    private final int code;
    private final String column = name().toLowerCase(Locale.ROOT);

    Exclusion(int code) {
        this.code = code;
    }

    /** As facts hold it, from 1; of two reasons to leave a conversation out, the smaller counts. */
    int code() {
        return code;
    }

    /** As the tables have it: {@code ttl_deleted}. */
    public String column() {
        return column;
    }

    static Exclusion of(int code) {
        return ALL[code - 1];
    }
}
