package com.recipechatbot.analytics.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text files that the sample is made from, on the class path under {@code sample/}, and the JSON that it is written as. */
final class SampleText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleText() {}

    /** @param value a text, or a map of texts, numbers, booleans, lists, maps and nulls, whose order is kept */
    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the lines in file order, without blank lines and comments */
    static List<String> lines(String file) {
        try (InputStream text = SampleText.class.getResourceAsStream("/sample/" + file)) {
            if (text == null) {
                throw new IllegalStateException(
                        "Cannot read sample/%s: it is not on the class path. Build the project again.".formatted(file));
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
