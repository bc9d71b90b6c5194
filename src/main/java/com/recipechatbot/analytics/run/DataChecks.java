package com.recipechatbot.analytics.run;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import com.recipechatbot.analytics.metrics.DataCheck;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs the checks of tables over the views that their queries read, all in one job. */
public final class DataChecks {

    /** At most this many rows of a check are named; if there are more, all periods count as violating it. */
    private static final int NAMED = 100;

    /**
     * A row that breaks a check.
     *
     * @param period the day, Monday or first of the month that it belongs to
     * @param row its columns as JSON, redacted
     */
    public record Finding(DataCheck.Severity severity, String table, String sentence, LocalDate period, String row) {

        Finding(DataCheck check, LocalDate period, String row) {
            this(check.severity(), check.table(), check.sentence(), period, row);
        }

        private boolean isOf(DataCheck check) {
            return check.table().equals(table) && check.sentence().equals(sentence);
        }

        public boolean fails() {
            return severity == DataCheck.Severity.FAIL;
        }

        @Override
        public String toString() {
            return "%s %s %s: violated: %s. %s".formatted(fails() ? "failed" : "warning", table, period, sentence, row);
        }
    }

    private DataChecks() {}

    /** @param periods what is about to be published */
    static List<Finding> run(Inputs inputs, Stream<MetricTable> tables, Collection<LocalDate> periods) {
        List<DataCheck> checks =
                tables.flatMap(table -> table.checks().stream()).toList();
        List<Integer> numbers = IntStream.range(0, checks.size()).boxed().toList();
        Map<Integer, Dataset<Row>> broken = new ConcurrentSkipListMap<>();
        TwoThreads.run(numbers.stream()
                .<Runnable>map(number -> () -> broken.put(number, rows(inputs, checks.get(number), number, periods)))
                .toList());
        List<Finding> findings = new ArrayList<>();
        if (!broken.isEmpty()) {
            for (Row row : BoundQuery.union(List.copyOf(broken.values())).collectAsList()) {
                findings.add(
                        new Finding(checks.get(row.getInt(0)), row.getDate(1).toLocalDate(), row.getString(2)));
            }
        }
        return withUnnamed(findings, checks, periods);
    }

    /** The periods without those that have a failing row. */
    public static SortedSet<LocalDate> sound(Collection<LocalDate> periods, List<Finding> findings) {
        TreeSet<LocalDate> sound = new TreeSet<>(periods);
        findings.stream().filter(Finding::fails).map(Finding::period).forEach(sound::remove);
        return sound;
    }

    private static Dataset<Row> rows(Inputs inputs, DataCheck check, int number, Collection<LocalDate> periods) {
        Dataset<Row> rows = inputs.query(check.query());
        Column period = col(rows.columns()[0]);
        return rows.where(period.isInCollection(
                        periods.stream().map(Date::valueOf).toList()))
                .select(
                        lit(number),
                        period,
                        callUDF(
                                "redact",
                                to_json(struct(Stream.of(rows.columns())
                                        .map(name -> col(name))
                                        .toArray(Column[]::new)))))
                .limit(NAMED);
    }

    private static List<Finding> withUnnamed(
            List<Finding> findings, List<DataCheck> checks, Collection<LocalDate> periods) {
        List<Finding> all = new ArrayList<>(findings);
        for (DataCheck check : checks) {
            if (findings.stream().filter(finding -> finding.isOf(check)).count() == NAMED) {
                periods.forEach(period -> all.add(new Finding(check, period, "and possibly more")));
            }
        }
        return all;
    }
}
