package com.recipechatbot.analytics.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV of rules in the test resources, without its header; a cell in quotes may hold commas. */
final class RuleTable {

    private RuleTable() {}

    static List<List<String>> rows(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                RuleTable.class.getResourceAsStream("/extraction/" + name), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(RuleTable::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
