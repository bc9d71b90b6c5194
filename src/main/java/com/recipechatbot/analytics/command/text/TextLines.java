package com.recipechatbot.analytics.command.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.UnaryOperator;

/** Standard input to standard output, line by line: plain texts, or one JSON object per line. */
final class TextLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TextLines() {}

    static void each(UnaryOperator<String> answer) {
        PrintStream out = standardOutput();
        try {
            forEachLine(standardInput(), (line, number) -> out.println(answer.apply(line)));
        } finally {
            out.flush();
        }
    }

    /** @param answer takes the object read and the object to print, which already holds the id */
    static void eachObject(BiConsumer<JsonNode, ObjectNode> answer) {
        PrintStream out = standardOutput();
        try {
            readObjects(asked -> {
                ObjectNode answered = JSON.createObjectNode();
                answered.set("id", asked.get("id"));
                answer.accept(asked, answered);
                out.println(answered);
            });
        } finally {
            out.flush();
        }
    }

    static void readObjects(Consumer<JsonNode> use) {
        readObjects(standardInput(), use);
    }

    static void readObjects(Path file, Consumer<JsonNode> use) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            readObjects(in, use);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot read %s: %s. Give a readable file of JSON Lines."
                            .formatted(
                                    file, e instanceof NoSuchFileException ? "there is no such file" : e.getMessage()),
                    e);
        }
    }

    private static void readObjects(BufferedReader in, Consumer<JsonNode> use) {
        forEachLine(in, (line, number) -> {
            if (!line.isBlank()) {
                use.accept(object(line, number));
            }
        });
    }

    private static JsonNode object(String line, long number) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // The message below says all that may be said: the exception quotes the text.
        }
        throw new UsageException(
                "Cannot read line %d: it is not a JSON object. Give one object per line, or omit --json for plain text."
                        .formatted(number));
    }

    private static void forEachLine(BufferedReader in, ObjLongConsumer<String> use) {
        try {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                use.accept(line, ++number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader standardInput() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private static PrintStream standardOutput() {
        return new PrintStream(System.out, false, StandardCharsets.UTF_8);
    }
}
