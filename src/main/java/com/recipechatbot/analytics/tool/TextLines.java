package com.recipechatbot.analytics.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.job.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Standard input to standard output, line by line: plain texts, or one JSON object a line. */
final class TextLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TextLines() {}

    static void each(UnaryOperator<String> answer) {
        forEachLine((line, number, out) -> out.println(answer.apply(line)));
    }

    /** @param answer takes the object read and the object to print, which holds the id already */
    static void eachObject(BiConsumer<JsonNode, ObjectNode> answer) {
        forEachLine((line, number, out) -> {
            if (line.isBlank()) {
                return;
            }
            JsonNode asked = object(line, number);
            ObjectNode answered = JSON.createObjectNode();
            answered.set("id", asked.get("id"));
            answer.accept(asked, answered);
            out.println(answered);
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
                "Cannot read line %d: it is no JSON object. Give one object a line, or leave --json out for plain text."
                        .formatted(number));
    }

    private static void forEachLine(LineAnswer answer) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer.accept(line, ++number, out);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            out.flush();
        }
    }

    private interface LineAnswer {
        void accept(String line, long number, PrintStream out);
    }
}
