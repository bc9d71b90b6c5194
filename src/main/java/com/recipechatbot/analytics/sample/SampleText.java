package com.recipechatbot.analytics.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text files that the sample is written from, on the class path under {@code sample/}. */
final class SampleText {

    private SampleText() {}

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
