package com.recipechatbot.analytics.tool.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sentences by kind, from a file of lines {@code kind | text}. */
final class Phrases {

    private final Map<String, List<String>> textsByKind = new TreeMap<>();

    private Phrases() {}

    static Phrases read(String file) {
        Phrases phrases = new Phrases();
        for (String line : SampleText.lines(file)) {
            int bar = line.indexOf(" | ");
            phrases.textsByKind
                    .computeIfAbsent(line.substring(0, bar), kind -> new ArrayList<>())
                    .add(line.substring(bar + 3).replace("\\n", "\n"));
        }
        return phrases;
    }

    List<String> kinds() {
        return List.copyOf(textsByKind.keySet());
    }

    /** A sentence of the kind with its numbers filled in. */
    String pick(String kind, Chance chance) {
        return fill(chance.pick(textsByKind.get(kind)), chance);
    }

    /** Some sentences of the kind, each once, in the order of the file. */
    List<String> pickInOrder(String kind, int count, Chance chance) {
        List<String> texts = textsByKind.get(kind);
        int first = chance.below(texts.size() - count + 1);
        return texts.subList(first, first + count).stream()
                .map(text -> fill(text, chance))
                .toList();
    }

    private static String fill(String text, Chance chance) {
        return text.replace("{nn}", Integer.toString(chance.between(10, 99)))
                .replace("{n}", Integer.toString(chance.between(2, 9)));
    }
}
