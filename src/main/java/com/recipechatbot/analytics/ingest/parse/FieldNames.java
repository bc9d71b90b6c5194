package com.recipechatbot.analytics.ingest.parse;

import com.recipechatbot.analytics.ingest.FieldMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which names in the JSON mean which field, resolved once for all records: those of the mapping, then our own, then the
 * known aliases.
 */
final class FieldNames {

    /**
     * What a name means.
     *
     * @param rank of the names of a field that a record has, the lowest counts
     * @param isAlias whether only a value of a fitting kind is taken
     */
    record Meaning(Field field, int rank, boolean isAlias) {}

    /**
     * Lists of messages: of LangChain, of bedrock-chat, of the interfaces of language models, of the exports of ChatGPT and
     * Claude, of ShareGPT and of Rasa.
     */
    private static final Set<String> WHOLE_CONVERSATIONS = Set.of(
            "History", "MessageMap", "messages", "chat_history", "mapping", "chat_messages", "conversations", "events");

    private final Map<String, Meaning> meanings = new HashMap<>();
    /** The objects that a name with dots leads into. */
    private final Set<String> parents = new HashSet<>();

    FieldNames(FieldMapping mapping) {
        Map<Field, Integer> ranks = new EnumMap<>(Field.class);
        for (String entry : mapping.entries()) {
            Field field = FieldMapping.field(entry);
            if (field == null) {
                continue;
            }
            String name = FieldMapping.name(entry);
            add(field, List.of(name), ranks, false);
            for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
                parents.add(name.substring(0, dot));
            }
        }
        for (Field field : Field.values()) {
            add(field, List.of(field.ours()), ranks, false);
            add(field, spellings(field.ours()), ranks, true);
            field.aliases().forEach(alias -> add(field, spellings(alias), ranks, true));
        }
    }

    private void add(Field field, List<String> names, Map<Field, Integer> ranks, boolean isAlias) {
        for (String name : names) {
            meanings.putIfAbsent(name, new Meaning(field, ranks.merge(field, 1, Integer::sum) - 1, isAlias));
        }
    }

    /** {@code session_id}, {@code sessionId}, {@code SessionId}, {@code sessionID}, {@code SESSION_ID} and so on. */
    static List<String> spellings(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : name.split("_", -1)) {
            pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        String camel = name.charAt(0) + pascal.substring(1);
        List<String> spellings = new ArrayList<>(List.of(
                name,
                camel,
                pascal.toString(),
                name.replace('_', '-'),
                name.replace("_", ""),
                name.toUpperCase(Locale.ROOT)));
        if (name.endsWith("_id")) {
            spellings.add(camel.substring(0, camel.length() - 1) + "D");
        }
        return spellings;
    }

    /** Null when the field is not read. */
    Meaning of(String name) {
        return meanings.get(name);
    }

    /** Whether the object of this name has a field that is read. */
    boolean leadsInto(String name) {
        return parents.contains(name);
    }

    boolean isWholeConversation(String name) {
        return WHOLE_CONVERSATIONS.contains(name);
    }

    boolean is(String name, Field field) {
        return meanings.containsKey(name) && meanings.get(name).field() == field;
    }
}
