package com.recipechatbot.analytics.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Finds the ids of users in bytes that cannot be read as a record: as a JSON string, also in escaped quotes, or as a
 * number. An id that is part of a longer string does not count.
 */
public final class UserMentions {

    private final List<byte[]> ids;

    public UserMentions(Collection<String> users) {
        this.ids = users.stream()
                .map(user -> user.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether the bytes mention one of the users. */
    public boolean in(byte[] raw) {
        return ids.stream().anyMatch(id -> isIn(raw, id));
    }

    private static boolean isIn(byte[] raw, byte[] id) {
        for (int at = 1; at + id.length <= raw.length; at++) {
            if (raw[at] == id[0] && isWholeValue(raw, at, at + id.length) && matches(raw, at, id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] raw, int at, byte[] id) {
        for (int i = 0; i < id.length; i++) {
            if (raw[at + i] != id[i]) {
                return false;
            }
        }
        return true;
    }

    /** A truncated record may end with the id. */
    private static boolean isWholeValue(byte[] raw, int from, int to) {
        byte before = raw[from - 1];
        byte after = to < raw.length ? raw[to] : 0;
        if (before == '"') {
            return after == '"' || after == '\\' || after == 0;
        }
        return (before == ':' || before == ' ') && (after == ',' || after == '}' || after == ' ' || after == 0);
    }
}
