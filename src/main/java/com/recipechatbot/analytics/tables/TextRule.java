package com.recipechatbot.analytics.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a text or bytes in a table cannot name a person. Each such column and field has one rule, in a line of its
 * {@code columns.sql}: {@code -- texts: closed role, source_id; masked tools.tool}.
 */
public enum TextRule {
    /** A value that this program or an option of the run defines, never one that a record does. */
    CLOSED("from a fixed list"),
    /** A keyed hash. */
    PSEUDONYM("pseudonym"),
    /** From a fixed list, or shared by {@code --min-users} users. */
    SHARED("from a fixed list, or shared by enough users"),
    /** From a masked text; for the restricted areas only. */
    MASKED("from masked text"),
    /** Encrypted. */
    SEALED("encrypted original");

    private final String words;

    TextRule(String words) {
        this.words = words;
    }

    /** For readers of the documentation. */
    public String words() {
        return words;
    }

    /** The rules of a line by column, or by column and field: {@code turns.role}. */
    static Map<String, TextRule> parse(String line) {
        Map<String, TextRule> rules = new LinkedHashMap<>();
        for (String group : line.isBlank() ? List.<String>of() : List.of(line.split(";"))) {
            String[] words = group.strip().split("[,\\s]+");
            TextRule rule = valueOf(words[0].toUpperCase(Locale.ROOT));
            for (int name = 1; name < words.length; name++) {
                if (rules.put(words[name], rule) != null) {
                    throw new IllegalStateException(
                            "Cannot read the rules of texts: %s has two. Remove one.".formatted(words[name]));
                }
            }
        }
        return rules;
    }
}
