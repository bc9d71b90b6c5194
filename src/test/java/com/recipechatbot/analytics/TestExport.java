package com.recipechatbot.analytics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A hand-written export in the original's layout. */
public final class TestExport {

    private final Path root;

    public TestExport(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** The file of a day, with these lines; writing a day again replaces it. */
    public TestExport day(String day, String... lines) {
        String[] part = day.split("-");
        Path folder = root.resolve("year=%s/month=%s/day=%s".formatted(part[0], part[1], part[2]));
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("conversations-" + day + ".json"),
                    Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining()),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A record as the chatbot writes it. */
    public static String message(String conversation, String timestamp, String user, String role, String text) {
        ObjectNode record = new ObjectMapper()
                .createObjectNode()
                .put("conversation_id", conversation)
                .put("timestamp", timestamp)
                .put("user_id", user)
                .put("role", role)
                .put("message", text);
        record.putObject("metadata");
        return record.toString();
    }
}
