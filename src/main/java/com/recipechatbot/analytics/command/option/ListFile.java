package com.recipechatbot.analytics.command.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.FailureKind;
import com.recipechatbot.analytics.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Text files with one entry per line, for options: blank lines and lines that begin with {@code #} are skipped. */
public final class ListFile {

    private final Path file;
    private final String name;
    private final String entry;

    private ListFile(Path file, String name, String entry) {
        this.file = file;
        this.name = name;
        this.entry = entry;
    }

    /**
     * Reads titles of dishes.
     *
     * @throws UsageException when the file cannot be read or has no title
     */
    public static List<String> titles(Path file) {
        return new ListFile(file, "the lexicon", "title").entries();
    }

    /**
     * Reads the names of fields.
     *
     * @throws UsageException when the file cannot be read or has no field
     */
    public static List<String> fields(Path file) {
        return new ListFile(file, "the fields in", "field").entries();
    }

    /**
     * Reads the targets of metrics.
     *
     * @throws UsageException when the file cannot be read or has no target
     */
    public static List<String> targets(Path file) {
        return new ListFile(file, "the targets in", "target").entries();
    }

    private List<String> entries() {
        List<String> entries =
                lines().stream().map(String::strip).filter(ListFile::isEntry).toList();
        requireSome(entries);
        return entries;
    }

    /**
     * Reads user ids. An id that begins with {@code #} or a quote, or that begins or ends with a blank, is written as a
     * JSON string. No message repeats a line.
     *
     * @return the ids in the order of the file, each once
     * @throws UsageException when the file cannot be read or names no user
     */
    public static List<String> users(Path file) {
        ListFile list = new ListFile(file, "the users in", "user id");
        List<String> lines = list.lines();
        LinkedHashSet<String> users = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (isEntry(line)) {
                users.add(line.startsWith("\"") ? unquoted(line, file, i + 1) : line);
            }
        }
        list.requireSome(users);
        return List.copyOf(users);
    }

    private static boolean isEntry(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }

    private void requireSome(Collection<String> entries) {
        if (entries.isEmpty()) {
            throw new UsageException(
                    "Cannot use %s %s: the file has no %s. Write one %s per line.".formatted(name, file, entry, entry));
        }
    }

    private List<String> lines() {
        try {
            List<String> lines = Files.readAllLines(file);
            // Windows' editors begin a file with a byte order mark.
            if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
                lines.set(0, lines.get(0).substring(1));
            }
            return lines;
        } catch (NoSuchFileException e) {
            throw cannotRead("there is no such file. Give a file with one %s per line.".formatted(entry), e);
        } catch (CharacterCodingException e) {
            throw cannotRead("it is not UTF-8. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw cannotRead(
                    "%s. Give a readable text file.".formatted(FailureKind.of(e).words()), e);
        }
    }

    private UsageException cannotRead(String cause, IOException e) {
        return new UsageException("Cannot read %s %s: %s".formatted(name, file, cause), e);
    }

    private static String unquoted(String line, Path file, int number) {
        try {
            JsonNode text = new ObjectMapper().readTree(line);
            if (text.isTextual() && !text.asText().isBlank()) {
                return text.asText();
            }
        } catch (JsonProcessingException e) {
            // The exception quotes the id: the message below says all that may be said.
        }
        throw new UsageException(
                "Cannot read line %d of the users in %s: it begins with a quote but is not a JSON string with an id. Write \"...\" with \\\" for a quote."
                        .formatted(number, file));
    }
}
