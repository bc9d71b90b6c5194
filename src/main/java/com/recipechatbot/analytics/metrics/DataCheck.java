package com.recipechatbot.analytics.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A condition that a table must meet before it is published: a query that returns the rows that violate it, each
 * starting with the day, week or month that it belongs to. Read from the table's {@code checks.sql}.
 *
 * @param sentence the condition, in words for readers
 */
public record DataCheck(String table, Severity severity, String sentence, Query query) {

    /** What happens when rows violate a check. */
    public enum Severity {
        /** The rows' periods are not published. */
        FAIL,
        /** The rows are reported, but still published. */
        WARN
    }

    /** @param sql {@code -- fail: <sentence>} or {@code -- warn: <sentence>}, then what it reads and a query, and so on */
    static List<DataCheck> parse(String table, String sql) {
        List<DataCheck> checks = new ArrayList<>();
        for (String part : sql.split("(?m)^-- (?=(fail|warn): )")) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                int colon = part.indexOf(": ");
                checks.add(new DataCheck(
                        table,
                        Severity.valueOf(part.substring(0, colon).toUpperCase(Locale.ROOT)),
                        part.substring(colon + 2, end).strip(),
                        Query.of(table + "/checks.sql", part.substring(end + 1).strip())));
            }
        }
        return List.copyOf(checks);
    }
}
