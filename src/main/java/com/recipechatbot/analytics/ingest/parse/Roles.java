package com.recipechatbot.analytics.ingest.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** The roles, by all the names that others give them. */
final class Roles {

    private static final Map<UTF8String, UTF8String> KNOWN = new HashMap<>();

    static {
        add("user", "human", "humanmessage");
        add("assistant", "ai", "bot", "model", "aimessage");
        add("tool", "function", "toolmessage", "functionmessage");
        add("system", "developer", "systemmessage");
    }

    private Roles() {}

    private static void add(String ours, String... others) {
        UTF8String role = UTF8String.fromString(ours);
        KNOWN.put(role, role);
        List.of(others).forEach(other -> KNOWN.put(UTF8String.fromString(other), role));
    }

    /** Our name for a role, whatever its case; null when it is not known. */
    static UTF8String of(byte[] text) {
        UTF8String role = UTF8String.fromBytes(text);
        UTF8String known = KNOWN.get(role);
        return known != null
                ? known
                : KNOWN.get(UTF8String.fromString(role.toString().strip().toLowerCase(Locale.ROOT)));
    }
}
