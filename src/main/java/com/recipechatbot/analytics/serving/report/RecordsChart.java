package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where did every record go? Only counts of runs and reasons: record contents stay in the restricted tables. */
final class RecordsChart implements Chart {

    private static final List<String> FATES = List.of("loaded", "duplicate", "rejected", "excluded");

    @Override
    public String id() {
        return "records";
    }

    @Override
    public String section() {
        return "Data health";
    }

    @Override
    public String title() {
        return "Records that were read";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("fate", "Fate", TEXT),
                new Column("records", "Records", COUNT),
                new Column("share", "Share", PERCENT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("fate", "share", "share of the records read");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        List<TableRow> runs =
                tables.runs(period).filter(run -> run.count("rows_read") > 0).toList();
        long read = sum(runs, "rows_read");
        if (read == 0) {
            return Figure.empty(
                    "No run for these weeks is on record: runs are kept for 90 days, and only the restricted role can see them.");
        }
        List<List<Object>> rows = new ArrayList<>();
        for (String fate : FATES) {
            long records = sum(runs, "rows_" + fate);
            rows.add(List.of(fate, records, (double) records / read));
        }
        long rejected = sum(runs, "rows_rejected");
        long failed = runs.stream()
                .filter(run -> "failed_checks".equals(run.text("outcome")))
                .count();
        return new Figure(
                "%s in %s; %s could not be used%s.%s"
                        .formatted(
                                Words.count(read, "record"),
                                Words.count(runs.size(), "run"),
                                rejected == 0 ? "none" : Words.percent((double) rejected / read),
                                failed == 0
                                        ? ""
                                        : ", and a data check prevented something from being published in "
                                                + Words.count(failed, "run"),
                                reasons(tables.rejected())),
                rows);
    }

    private static String reasons(Map<String, Long> rejected) {
        if (rejected.isEmpty()) {
            return "";
        }
        return rejected.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> Words.count(reason.getValue()) + " " + Words.term(reason.getKey()))
                .collect(joining(", ", " Currently rejected, over all days: ", "."));
    }

    private static long sum(List<TableRow> runs, String column) {
        return runs.stream().mapToLong(run -> run.count(column)).sum();
    }
}
