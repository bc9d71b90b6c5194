package com.recipechatbot.analytics.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;

/** Writes exports for tests in the layout that the chatbot uses. */
public record ExportFolder(Path root) {

    Path folder(String day) {
        LocalDate date = LocalDate.parse(day);
        try {
            return Files.createDirectories(root.resolve("year=%d/month=%02d/day=%02d"
                    .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path write(String day, String name, String content) {
        return write(day, name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Path write(String day, String name, byte[] content) {
        try {
            Path file = folder(day).resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String record(String message) {
        return "{\"conversation_id\":\"c1\",\"timestamp\":\"2025-01-15T08:00:00.5\",\"user_id\":\"u1\",\"role\":\"user\",\"message\":\"%s\",\"metadata\":{}}"
                .formatted(message);
    }
}
