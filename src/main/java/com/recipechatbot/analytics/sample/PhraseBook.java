package com.recipechatbot.analytics.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences by kind, from a file of lines {@code kind | text} or {@code kind | meanings | text}. */
final class PhraseBook {

    private static final String BAR = " | ";

    private final Map<String, List<Phrase>> phrasesByKind = new TreeMap<>();

    private PhraseBook() {}

    static PhraseBook read(String file) {
        PhraseBook phrases = new PhraseBook();
        for (String line : SampleText.lines(file)) {
            int kind = line.indexOf(BAR);
            int text = line.lastIndexOf(BAR) + BAR.length();
            phrases.phrasesByKind
                    .computeIfAbsent(line.substring(0, kind), none -> new ArrayList<>())
                    .add(new Phrase(line.substring(text).replace("\\n", "\n"), meanings(line.substring(kind, text))));
        }
        return phrases;
    }

    private static Set<Meaning> meanings(String cell) {
        return Stream.of(cell.split("[ |]+"))
                .filter(name -> !name.isEmpty())
                .map(Meaning::named)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<String> kinds() {
        return List.copyOf(phrasesByKind.keySet());
    }

    List<Phrase> ofKind(String kind) {
        return List.copyOf(phrasesByKind.get(kind));
    }

    /** A sentence of the kind with its numbers filled in. */
    Phrase pick(String kind, Chance chance) {
        return filled(chance.pick(phrasesByKind.get(kind)), chance);
    }

    /** Some sentences of the kind, each once, in the order of the file. */
    List<Phrase> pickInOrder(String kind, int count, Chance chance) {
        List<Phrase> phrases = phrasesByKind.get(kind);
        int first = chance.below(phrases.size() - count + 1);
        return phrases.subList(first, first + count).stream()
                .map(phrase -> filled(phrase, chance))
                .toList();
    }

    private static Phrase filled(Phrase phrase, Chance chance) {
        return phrase.rewritten(text -> text.replace("{nn}", Integer.toString(chance.between(10, 99)))
                .replace("{n}", Integer.toString(chance.between(2, 9))));
    }
}
