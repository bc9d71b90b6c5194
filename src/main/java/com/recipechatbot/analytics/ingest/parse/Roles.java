package com.recipechatbot.analytics.ingest.parse;

import com.recipechatbot.analytics.ingest.FieldMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** The roles, by the names of the mapping and by all the names that others are known to give them. */
public final class Roles {

    /** Our own names. */
    public static final List<String> OURS = List.of("user", "assistant", "tool", "system");

    private final Map<UTF8String, UTF8String> known = new HashMap<>();

    Roles(FieldMapping mapping) {
        OURS.forEach(role -> add(role, role));
        add("user", "human", "humanmessage", "humanmessagechunk");
        add("assistant", "ai", "bot", "chatbot", "model", "gpt", "aimessage", "aimessagechunk");
        add("tool", "function", "toolmessage", "functionmessage");
        add("system", "developer", "systemmessage");
        for (String entry : mapping.entries()) {
            String role = FieldMapping.role(entry);
            if (role != null) {
                String name = FieldMapping.name(entry);
                // Most records spell it as it is given.
                add(role, name, name.toLowerCase(Locale.ROOT));
            }
        }
    }

    private void add(String ours, String... names) {
        for (String name : names) {
            known.put(UTF8String.fromString(name), UTF8String.fromString(ours));
        }
    }

    /** Our name for a role, whatever its case; null when it is not known. */
    UTF8String of(byte[] text) {
        UTF8String role = UTF8String.fromBytes(text);
        UTF8String found = known.get(role);
        return found != null
                ? found
                : known.get(UTF8String.fromString(role.toString().strip().toLowerCase(Locale.ROOT)));
    }
}
