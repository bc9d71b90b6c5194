package com.recipechatbot.analytics.serving.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows of a table as they were read, in no particular order.
 *
 * @param rows values in the order of the columns: LocalDate, Instant, Long, Integer, Double, Boolean, String or null
 */
public record TableRows(List<String> columns, List<List<Object>> rows) {

    static final TableRows NONE = new TableRows(List.of(), List.of());

    Stream<TableRow> stream() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i), i);
        }
        return rows.stream().map(row -> new TableRow(places, row));
    }
}
