package com.recipechatbot.analytics.sample;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A line of a written sample as somebody reads it who has only the files: a second reading, to count again.
 *
 * @param folder the day in its file's name
 * @param rejected why it cannot be used, or null; then the fields below hold
 */
record ExportedRecord(
        LocalDate folder,
        String line,
        String rejected,
        String conversation,
        Instant sentAt,
        String user,
        String role,
        String text,
        JsonNode metadata) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ROLES = Set.of("user", "assistant", "tool", "system");

    /** What makes two records one. */
    record Identity(String conversation, Instant sentAt, String role, String text) {}

    Identity identity() {
        return new Identity(conversation, sentAt, role, text);
    }

    LocalDate day() {
        return LocalDate.ofInstant(sentAt, ZoneOffset.UTC);
    }

    boolean isMessage() {
        return role.equals("user") || role.equals("assistant");
    }

    int characters() {
        return text.codePointCount(0, text.length());
    }

    boolean hasKnownUser() {
        return user != null && !user.isBlank();
    }

    boolean isExcluded() {
        return metadata.path("analytics_opt_out").asBoolean();
    }

    /** All records below a folder, file by file in the order of days; blank lines are none. */
    static List<ExportedRecord> readAll(Path conversations) throws IOException {
        List<ExportedRecord> records = new ArrayList<>();
        for (Path file : files(conversations)) {
            LocalDate folder = LocalDate.parse(
                    file.getFileName().toString().replace("conversations-", "").replace(".json", ""));
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    records.add(read(folder, line));
                }
            }
        }
        return records;
    }

    static List<Path> files(Path conversations) throws IOException {
        try (Stream<Path> all = Files.walk(conversations)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static ExportedRecord read(LocalDate folder, String line) {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JacksonException e) {
            return rejected(folder, line, "not_json");
        }
        if (!json.isObject()) {
            return rejected(folder, line, "not_an_object");
        }
        for (String field : List.of("conversation_id", "timestamp", "role")) {
            if (!json.hasNonNull(field)) {
                return rejected(folder, line, "missing_" + field);
            }
        }
        if (!ROLES.contains(json.get("role").asText())) {
            return rejected(folder, line, "unknown_role");
        }
        try {
            return new ExportedRecord(
                    folder,
                    line,
                    null,
                    json.get("conversation_id").asText(),
                    instant(json.get("timestamp")),
                    json.get("user_id").asText(null),
                    json.get("role").asText(),
                    json.get("message").asText(),
                    json.get("metadata"));
        } catch (DateTimeException e) {
            return rejected(folder, line, "bad_timestamp");
        }
    }

    private static Instant instant(JsonNode timestamp) {
        if (timestamp.isNumber()) {
            return Instant.ofEpochMilli(timestamp.asLong());
        }
        String text = timestamp.asText();
        return text.endsWith("Z") || text.contains("+")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static ExportedRecord rejected(LocalDate folder, String line, String reason) {
        return new ExportedRecord(folder, line, reason, null, null, null, null, null, null);
    }
}
