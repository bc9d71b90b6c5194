package com.recipechatbot.analytics.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A lexicon in {@code resources/extraction}: {@code group: phrase, phrase, ...}, with comments after {@code #}. */
public final class LexiconFile {

    /** A phrase of the file, folded, and the group that it belongs to. */
    public record Entry(String group, String phrase) {

        List<String> words() {
            return LexiconFile.words(phrase);
        }
    }

    private LexiconFile() {}

    public static List<Entry> read(String name) {
        List<Entry> entries = new ArrayList<>();
        String group = null;
        for (String line : lines(name)) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                group = line.substring(0, colon).strip();
            }
            for (String phrase : line.substring(colon + 1).split(",")) {
                if (!phrase.isBlank()) {
                    entries.add(new Entry(group, Characters.fold(phrase.strip())));
                }
            }
        }
        return entries;
    }

    public static Set<String> phrases(String name) {
        return read(name).stream().map(Entry::phrase).collect(Collectors.toUnmodifiableSet());
    }

    /** The phrases of one group. */
    static List<String> group(String name, String group) {
        return read(name).stream()
                .filter(entry -> entry.group().equals(group))
                .map(Entry::phrase)
                .toList();
    }

    /** The hashes of the words of one group of {@code word_sets.txt}. */
    static WordTable hashes(String group) {
        WordTable words = new WordTable(64);
        group("word_sets.txt", group).forEach(word -> words.merge(WordHash.of(word), 1));
        return words;
    }

    /** As {@link SentenceReader} reads them: a hyphen separates words. */
    static List<String> words(String phrase) {
        return List.of(phrase.replace('-', ' ').split(" "));
    }

    /** The lines of a resource, without comments and blank lines. */
    static List<String> lines(String name) {
        try (InputStream stream = LexiconFile.class.getResourceAsStream("/extraction/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Cannot read the lexicon %s: it is not on the class path. Build the jar again."
                                .formatted(name));
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the lexicon %s: %s. Build the jar again.".formatted(name, e.getMessage()), e);
        }
    }

    /** Spells out {@code how (do|can) i? MAKE}: alternatives, optional parts, and lists of words by their name. */
    static List<List<String>> expand(String pattern, Map<String, List<String>> lists) {
        List<List<String>> phrases = List.of(List.of());
        for (String part : pattern.strip().split(" ")) {
            boolean optional = part.endsWith("?");
            List<List<String>> longer = new ArrayList<>(optional ? phrases : List.of());
            for (String word : alternatives(optional ? part.substring(0, part.length() - 1) : part, lists)) {
                for (List<String> phrase : phrases) {
                    List<String> joined = new ArrayList<>(phrase);
                    joined.addAll(List.of(word.split(" ")));
                    longer.add(joined);
                }
            }
            phrases = longer;
        }
        return phrases;
    }

    private static List<String> alternatives(String part, Map<String, List<String>> lists) {
        List<String> words = new ArrayList<>();
        for (String word : part.split("\\|")) {
            words.addAll(lists.getOrDefault(word, List.of(word)));
        }
        return words;
    }
}
