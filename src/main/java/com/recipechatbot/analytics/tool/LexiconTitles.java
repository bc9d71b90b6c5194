package com.recipechatbot.analytics.tool;

import com.recipechatbot.analytics.job.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A customer's own dishes: one title a line, comments after {@code #} at the start of a line. */
final class LexiconTitles {

    private LexiconTitles() {}

    static List<String> read(Path file) {
        try {
            List<String> titles = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (titles.isEmpty()) {
                throw new UsageException(
                        "Cannot use the lexicon %s: it has no titles. Write one title a line.".formatted(file));
            }
            return titles;
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
}
