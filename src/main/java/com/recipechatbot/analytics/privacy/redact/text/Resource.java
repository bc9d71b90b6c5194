package com.recipechatbot.analytics.privacy.redact.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rule tables in {@code resources/privacy}, which can be reviewed without reading Java. */
public final class Resource {

    private Resource() {}

    /** The lines of a table after the one that names its columns. */
    public static List<String> rows(String name) {
        List<String> lines = lines(name);
        return lines.subList(1, lines.size());
    }

    /** The lines of a table without blank lines and comments; one that is not in {@code resources/privacy} begins with a slash. */
    public static List<String> lines(String name) {
        String path = name.startsWith("/") ? name : "/privacy/" + name;
        try (InputStream stream = Resource.class.getResourceAsStream(path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the rule table %s: the jar is damaged. Build it again.".formatted(name), e);
        }
    }
}
