package com.recipechatbot.analytics.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A lexicon in {@code resources/extraction}: {@code group: phrase, phrase, ...}, with comments after {@code #}. */
final class LexiconFile {

    /** A phrase of the file, folded, and the group that it stands in. */
    record Entry(String group, String phrase) {

        List<String> words() {
            return LexiconFile.words(phrase);
        }
    }

    private LexiconFile() {}

    static List<Entry> read(String name) {
        List<Entry> entries = new ArrayList<>();
        String group = null;
        for (String line : lines(name)) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                group = line.substring(0, colon).strip();
            }
            for (String phrase : line.substring(colon + 1).split(",")) {
                if (!phrase.isBlank()) {
                    entries.add(new Entry(group, Folding.fold(phrase.strip())));
                }
            }
        }
        return entries;
    }

    static Set<String> phrases(String name) {
        return read(name).stream().map(Entry::phrase).collect(Collectors.toUnmodifiableSet());
    }

    /** The hashes of the words of one group of {@code word_sets.txt}. */
    static Set<Long> hashes(String group) {
        return read("word_sets.txt").stream()
                .filter(entry -> entry.group().equals(group))
                .map(entry -> WordHash.of(entry.phrase()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As {@link SentenceReader} reads them: a hyphen parts words. */
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
}
