package com.recipechatbot.analytics.sample;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing said, and what is planted in it.
 *
 * @param said cut to {@value #LONGEST_TEXT} characters, as the chatbot cuts it
 * @param dish the dish that the text names, or null
 * @param spelling how the text spells the dish, or null
 * @param personalData the type of the one value of personal data in the text, or null
 * @param tool the call that the record reports, or null
 * @param rating what came with it, or null
 * @param answer what the record says of the model that wrote it, or null
 */
record Utterance(
        Role role,
        Phrase said,
        Dish dish,
        String spelling,
        String personalData,
        ToolUse tool,
        Rating rating,
        ModelAnswer answer) {

    static final int LONGEST_TEXT = 500;

    Utterance {
        said = said.rewritten(Utterance::cut);
    }

    static Utterance of(Role role, String text) {
        return of(role, Phrase.meaningNothing(text));
    }

    static Utterance of(Role role, Phrase said) {
        return new Utterance(role, said, null, null, null, null, null, null);
    }

    static Utterance naming(Role role, Phrase said, Dish dish, String spelling) {
        Phrase named = said.rewritten(text -> text.replace("{dish}", spelling));
        return new Utterance(role, named, dish, spelling, null, null, null, null);
    }

    static Utterance revealing(String personalData, String text) {
        return new Utterance(Role.USER, Phrase.meaningNothing(text), null, null, personalData, null, null, null);
    }

    /** The same turn in other words. */
    Utterance saying(Phrase other) {
        return new Utterance(role, other, dish, spelling, personalData, tool, rating, answer);
    }

    Utterance telling(ToolUse use) {
        return new Utterance(role, said, dish, spelling, personalData, use, rating, answer);
    }

    Utterance rated(Rating given) {
        return new Utterance(role, said, dish, spelling, personalData, tool, given, answer);
    }

    Utterance writtenBy(ModelAnswer model) {
        return new Utterance(role, said, dish, spelling, personalData, tool, rating, model);
    }

    String text() {
        return said.text();
    }

    Set<Meaning> meanings() {
        return said.meanings();
    }

    Map<String, Object> metadata() {
        // Sorted, because the same seed must give the same bytes.
        Map<String, Object> metadata = new TreeMap<>();
        if (tool != null) {
            metadata.putAll(tool.metadata());
        }
        if (rating != null) {
            metadata.putAll(rating.metadata());
        }
        if (answer != null) {
            metadata.putAll(answer.metadata());
        }
        return metadata;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) > LONGEST_TEXT
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT))
                : text;
    }
}
