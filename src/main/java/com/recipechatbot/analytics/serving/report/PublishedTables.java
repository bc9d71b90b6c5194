package com.recipechatbot.analytics.serving.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published rows by day or week. Days and weeks without a row in daily_metrics or weekly_metrics are left out. */
final class PublishedTables {

    private final Map<String, NavigableMap<LocalDate, List<TableRow>>> tables = new HashMap<>();
    private final int minUsers;
    private final List<TableRow> runs;
    private final Map<String, Long> rejected;
    private NavigableMap<LocalDate, TableRow> days = new TreeMap<>();
    private NavigableMap<LocalDate, TableRow> weeks = new TreeMap<>();

    private PublishedTables(int minUsers, List<TableRow> runs, Map<String, Long> rejected) {
        this.minUsers = minUsers;
        this.runs = runs;
        this.rejected = rejected;
    }

    /** @param minUsers of how many users a group is shown */
    static PublishedTables of(Map<String, TableRows> read, int minUsers) {
        PublishedTables published = new PublishedTables(
                minUsers,
                read.getOrDefault("pipeline_runs", TableRows.NONE).stream().toList(),
                read.getOrDefault("rejected_records", TableRows.NONE).stream()
                        .collect(groupingBy(row -> row.text("reason"), TreeMap::new, counting())));
        published.add(read, "daily_metrics", "day", null);
        for (String table :
                List.of("hourly_usage", "daily_categories", "daily_tools", "daily_models", "restatements")) {
            published.add(read, table, "day", "daily_metrics");
        }
        published.add(read, "weekly_metrics", "week_start", null);
        published.add(read, "weekly_recipes", "week_start", "weekly_metrics");
        published.add(read, "weekly_features", "week_start", "weekly_metrics");
        published.add(read, "monthly_metrics", "month_start", null);
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

    /** The days of a period that are complete and have records: others would look like a drop. */
    NavigableMap<LocalDate, TableRow> wholeDays(Period period) {
        NavigableMap<LocalDate, TableRow> whole = new TreeMap<>(days(period));
        whole.values().removeIf(row -> !row.isWholeDay());
        return whole;
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

    /** The Monday of the newest complete week of a period. */
    Optional<LocalDate> lastCompleteWeek(Period period) {
        return weeks.subMap(period.from(), true, period.to(), true).descendingMap().values().stream()
                .filter(week -> week.flag("is_complete"))
                .findFirst()
                .map(week -> week.day("week_start"));
    }

    /** The rows of a table in the week that begins on a Monday. */
    Stream<TableRow> week(String table, LocalDate monday) {
        return tables.get(table).getOrDefault(monday, List.of()).stream();
    }

    /** Whether the dishes and outcomes of a week and the week before were read by different extraction rules. */
    boolean haveRulesChanged(LocalDate monday) {
        return days.subMap(monday.minusWeeks(1), monday.plusWeeks(1)).values().stream()
                        .map(day -> day.text("extractor_version"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }

    int minUsers() {
        return minUsers;
    }

    List<TableRow> runs() {
        return runs;
    }

    Stream<TableRow> restatements() {
        return tables.get("restatements").values().stream().flatMap(List::stream);
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
