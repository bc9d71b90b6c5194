package com.recipechatbot.analytics.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What must hold of a table before it is published: a query that gives the rows which break it, each beginning with the
 * day, week or month that it belongs to. From the table's {@code checks.sql}.
 *
 * @param sentence what holds, as people are told
 */
public record DataCheck(String table, Severity severity, String sentence, Query query) {

    /** What follows when rows break a check. */
    public enum Severity {
        /** Their periods are not published. */
        FAIL,
        /** They are named, and published. */
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
