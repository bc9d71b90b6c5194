package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.WEEK;

import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Can the figures still change, and did published ones? */
final class PublishedDaysChart implements Chart {

    @Override
    public String id() {
        return "published_days";
    }

    @Override
    public String section() {
        return "Data health";
    }

    @Override
    public String title() {
        return "Published days";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("week_start", "Week", WEEK),
                new Column("unchanged", "Complete", COUNT),
                new Column("restated", "Complete, changed since", COUNT),
                new Column("open_days", "Open", COUNT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.stack("week_start", "days", "unchanged", "restated", "open_days");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        NavigableMap<LocalDate, TableRow> days = tables.days(period);
        if (days.isEmpty()) {
            return Figure.empty("No day in these weeks is published.");
        }
        Map<LocalDate, long[]> weeks = new TreeMap<>();
        days.forEach((day, row) -> weeks.computeIfAbsent(ReportingWeek.of(day).monday(), monday -> new long[3])[
                !row.flag("is_complete") ? 2 : row.count("revision") > 1 ? 1 : 0]++);
        List<List<Object>> rows = new ArrayList<>();
        weeks.forEach((monday, counts) -> rows.add(List.of(monday, counts[0], counts[1], counts[2])));
        return new Figure(reading(tables, period, days), rows);
    }

    private static String reading(PublishedTables tables, Period period, NavigableMap<LocalDate, TableRow> days) {
        long open =
                days.values().stream().filter(row -> !row.flag("is_complete")).count();
        long restated =
                days.values().stream().filter(row -> row.count("revision") > 1).count();
        long missing = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) + 1 - days.size();
        String sentence = open == 0
                ? "%s, all complete".formatted(published(days.size()))
                : "%s, %s still open: their figures may grow".formatted(published(days.size()), Words.count(open));
        if (missing > 0) {
            sentence +=
                    "; %s in between %s missing".formatted(Words.count(missing, "day"), missing == 1 ? "is" : "are");
        }
        return sentence
                + (restated == 0
                        ? "; none has changed since it was first published."
                        : "; " + Words.count(restated) + restated(tables, period));
    }

    private static String published(long days) {
        return Words.count(days, "day") + (days == 1 ? " is published" : " are published");
    }

    /**
     * A day that was published while open changes once when it becomes complete, so this is not a count of mistakes.
     * Erasure is deliberately not listed as a reason here: on how many days an erased user was active is nobody's
     * business.
     */
    private static String restated(PublishedTables tables, Period period) {
        long rules = tables.rows("restatements", period)
                .filter(row -> "new_extractor".equals(row.text("why")))
                .map(row -> row.day("day"))
                .distinct()
                .count();
        long records = tables.rows("restatements", period)
                .filter(row -> !"new_extractor".equals(row.text("why")))
                .map(row -> row.day("day"))
                .distinct()
                .count();
        List<String> reasons = new ArrayList<>();
        if (records > 0) {
            reasons.add("more records arrived, or the day became complete: " + records);
        }
        if (rules > 0) {
            reasons.add("newer extraction rules: " + rules);
        }
        return " changed after first being published"
                + (reasons.isEmpty() ? "." : " (" + String.join("; ", reasons) + ").");
    }
}
