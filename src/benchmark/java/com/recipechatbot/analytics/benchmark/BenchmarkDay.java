package com.recipechatbot.analytics.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.command.GenerateCommand;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/**
 * One day of the project's own sample, as often as it takes to fill a size, each time with other conversations and
 * users. Only what every contestant reads alike: whole records of that day with a user and ISO times.
 */
final class BenchmarkDay {

    static final String DAY = "2025-01-06";

    private static final int CONVERSATIONS = 50_000;
    private static final long CONVERSATION_BYTES = 2_000;
    private static final int NAIVE_TIME_LENGTH = "2025-01-06T00:00:00.000000".length();

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;

    private BenchmarkDay(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the day below {@code folder}, or finds it there: the same size is always the same bytes.
     *
     * @return the folder above {@code year=}
     */
    static Path of(long bytes, Path folder) throws IOException {
        Path export = folder.resolve("export-" + bytes);
        if (!Files.exists(day(export).resolve("_SUCCESS"))) {
            new BenchmarkDay(export).write(bytes, folder.resolve("sample-" + bytes));
        }
        return export;
    }

    /** The files of the one day. */
    static Path day(Path export) {
        return export.resolve("year=2025/month=01/day=06");
    }

    private void write(long bytes, Path sample) throws IOException {
        long conversations = Math.max(1, Math.min(CONVERSATIONS, bytes / CONVERSATION_BYTES));
        if (!Files.exists(sample)) {
            int status = new CommandLine(new GenerateCommand())
                    .setOut(new PrintWriter(Writer.nullWriter()))
                    .execute(
                            "--from=" + DAY,
                            "--days=1",
                            "--conversations-per-day=" + conversations,
                            "--output=" + sample);
            if (status != 0) {
                throw new IOException("Cannot generate the sample in " + sample + ": see above.");
            }
        }
        Files.createDirectories(day(folder));
        long left = bytes;
        for (int part = 1; left > 0; part++) {
            left -= writePart(part, left, day(sample.resolve("conversations")));
        }
        Files.createFile(day(folder).resolve("_SUCCESS"));
    }

    private long writePart(int part, long atMost, Path sample) throws IOException {
        long written = 0;
        Path file = day(folder).resolve("conversations-%s-%02d.json".formatted(DAY, part));
        try (BufferedReader lines = Files.newBufferedReader(sample.resolve("conversations-" + DAY + ".json"));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line = lines.readLine(); line != null && written < atMost; line = lines.readLine()) {
                Optional<ObjectNode> record = wellFormed(line);
                if (record.isPresent()) {
                    String copy = copy(record.get(), part);
                    out.write(copy);
                    out.write('\n');
                    written += copy.getBytes(StandardCharsets.UTF_8).length + 1L;
                }
            }
        }
        return written;
    }

    private Optional<ObjectNode> wellFormed(String line) {
        try {
            JsonNode record = json.readTree(line);
            boolean whole = record.path("conversation_id").isTextual()
                    && record.path("user_id").isTextual()
                    && record.path("role").isTextual()
                    && record.path("message").isTextual()
                    && record.path("timestamp").asText().length() == NAIVE_TIME_LENGTH
                    && record.path("timestamp").asText().startsWith(DAY);
            return whole ? Optional.of((ObjectNode) record) : Optional.empty();
        } catch (JsonProcessingException e) {
            // One of the broken records that the sample plants.
            return Optional.empty();
        }
    }

    private static String copy(ObjectNode record, int part) {
        record.put("conversation_id", part + "-" + record.get("conversation_id").asText());
        record.put("user_id", part + "-" + record.get("user_id").asText());
        return record.toString();
    }
}
