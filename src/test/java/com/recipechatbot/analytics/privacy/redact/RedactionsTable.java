package com.recipechatbot.analytics.privacy.redact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rule table {@code privacy/redactions.csv}: what must become of a text, and why. */
final class RedactionsTable {

    record Row(String input, String expected, String why) {

        @Override
        public String toString() {
            return why + ": " + input;
        }
    }

    private RedactionsTable() {}

    static List<Row> rows() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/privacy/redactions.csv")).stream()
                    .skip(1)
                    .map(RedactionsTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"' && quoted && line.startsWith("\"\"", at)) {
                cell.append(character);
                at++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        return new Row(visible(cells.get(0)), visible(cells.get(1)), cell.toString());
    }

    /** Characters that nobody could see in the table are written as escapes. */
    private static String visible(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < escaped.length(); at++) {
            if (escaped.startsWith("\\u", at)) {
                text.append((char) Integer.parseInt(escaped.substring(at + 2, at + 6), 16));
                at += 5;
            } else if (escaped.startsWith("\\n", at)) {
                text.append('\n');
                at++;
            } else {
                text.append(escaped.charAt(at));
            }
        }
        return text.toString();
    }
}
