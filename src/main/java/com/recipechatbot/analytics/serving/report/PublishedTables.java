package com.recipechatbot.analytics.serving.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published rows by day or week. Days and weeks without a row in daily_metrics or weekly_metrics are left out. */
final class PublishedTables {

    private final Map<String, NavigableMap<LocalDate, List<TableRow>>> tables = new HashMap<>();
    private final List<TableRow> runs;
    private final Map<String, Long> rejected;
    private NavigableMap<LocalDate, TableRow> days = new TreeMap<>();
    private NavigableMap<LocalDate, TableRow> weeks = new TreeMap<>();

    private PublishedTables(List<TableRow> runs, Map<String, Long> rejected) {
        this.runs = runs;
        this.rejected = rejected;
    }

    static PublishedTables of(Map<String, TableRows> read) {
        PublishedTables published = new PublishedTables(
                read.getOrDefault("pipeline_runs", TableRows.NONE).stream().toList(),
                read.getOrDefault("rejected_records", TableRows.NONE).stream()
                        .collect(groupingBy(row -> row.text("reason"), TreeMap::new, counting())));
        published.add(read, "daily_metrics", "day", null);
        for (String table : List.of("hourly_usage", "daily_categories", "daily_tools", "restatements")) {
            published.add(read, table, "day", "daily_metrics");
        }
        published.add(read, "weekly_metrics", "week_start", null);
        published.add(read, "weekly_recipes", "week_start", "weekly_metrics");
        published.add(read, "weekly_retention", "cohort_week", "weekly_metrics");
        published.days = published.single("daily_metrics");
        published.weeks = published.single("weekly_metrics");
        return published;
    }

    private void add(Map<String, TableRows> read, String table, String at, String mark) {
        Set<LocalDate> marked = mark == null ? null : tables.get(mark).keySet();
        tables.put(
                table,
                read.getOrDefault(table, TableRows.NONE).stream()
                        .filter(row -> marked == null || marked.contains(row.day(at)))
                        .collect(groupingBy(row -> row.day(at), TreeMap::new, toList())));
    }

    /** The published days, in order. */
    NavigableMap<LocalDate, TableRow> days() {
        return days;
    }

    /** The published days of a period, in order. */
    NavigableMap<LocalDate, TableRow> days(Period period) {
        return days.subMap(period.from(), true, period.to(), true);
    }

    /** The published weeks by their Mondays, in order. */
    NavigableMap<LocalDate, TableRow> weeks() {
        return weeks;
    }

    /** The rows of a table whose day or week lies in the period, in chronological order. */
    Stream<TableRow> rows(String table, Period period) {
        return tables.get(table).subMap(period.from(), true, period.to(), true).values().stream()
                .flatMap(List::stream);
    }

    /** The runs whose range includes a day of the period. */
    Stream<TableRow> runs(Period period) {
        return runs.stream()
                .filter(run -> run.day("day_from") != null && run.day("day_to") != null)
                .filter(run -> !run.day("day_from").isAfter(period.to())
                        && !run.day("day_to").isBefore(period.from()));
    }

    /** The currently rejected records by reason, over all days, because not every source belongs to a single day. */
    Map<String, Long> rejected() {
        return rejected;
    }

    private NavigableMap<LocalDate, TableRow> single(String table) {
        NavigableMap<LocalDate, TableRow> rows = new TreeMap<>();
        tables.get(table).forEach((at, found) -> rows.put(at, found.get(0)));
        return rows;
    }
}
