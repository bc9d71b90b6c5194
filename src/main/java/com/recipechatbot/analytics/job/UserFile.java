package com.recipechatbot.analytics.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * User ids from a file: one a line, blank lines and lines that begin with {@code #} skipped. An id that begins with
 * {@code #} or a quote, or has blanks around it, is written as a JSON string. No message repeats a line.
 */
public final class UserFile {

    private UserFile() {}

    /**
     * @return the ids in the order of the file, each once
     * @throws UsageException when there is no such file, or no user in it
     */
    public static List<String> read(Path file) {
        List<String> lines = lines(file);
        LinkedHashSet<String> users = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                users.add(line.startsWith("\"") ? unquoted(line, file, i + 1) : line);
            }
        }
        if (users.isEmpty()) {
            throw new UsageException(
                    "Cannot use the users in %s: it names none. Write one user id a line.".formatted(file));
        }
        return new ArrayList<>(users);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "Cannot read the users in %s: there is no such file. Give a file with one user id a line."
                            .formatted(file),
                    e);
        } catch (CharacterCodingException e) {
            throw new UsageException(
                    "Cannot read the users in %s: it is not UTF-8. Save it as UTF-8.".formatted(file), e);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot read the users in %s: %s. Give a readable text file."
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
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
                "Cannot read line %d of the users in %s: it begins with a quote but is no JSON string with an id. Write \"...\" with \\\" for a quote."
                        .formatted(number, file));
    }
}
