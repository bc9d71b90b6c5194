package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.extraction.RecipeExtractor;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A customer's own dishes, which the extraction knows wherever they stand. */
public record LexiconTitles(List<String> titles) {

    public static final LexiconTitles NONE = new LexiconTitles(List.of());

    /**
     * @param file one title a line, comments after {@code #} at the start of a line
     * @throws UsageException when it cannot be read or has no title
     */
    public static LexiconTitles read(Path file) {
        try {
            List<String> titles = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (titles.isEmpty()) {
                throw new UsageException(
                        "Cannot use the lexicon %s: it has no titles. Write one title a line.".formatted(file));
            }
            return new LexiconTitles(titles);
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "Cannot read the lexicon %s: there is no such file. Give a file with one title a line."
                            .formatted(file),
                    e);
        } catch (CharacterCodingException e) {
            throw new UsageException(
                    "Cannot read the lexicon %s: it is not UTF-8. Save it as UTF-8.".formatted(file), e);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot read the lexicon %s: %s. Give a readable text file."
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** A title a line, as {@code message_facts} takes them; null when there are none. */
    String lines() {
        return titles.isEmpty() ? null : String.join("\n", titles);
    }

    /** The version of the rules; with titles of one's own, also which ones, because they find other dishes. */
    String extractorVersion() {
        return titles.isEmpty()
                ? RecipeExtractor.VERSION
                : "%s+%08x".formatted(RecipeExtractor.VERSION, titles.hashCode());
    }
}
