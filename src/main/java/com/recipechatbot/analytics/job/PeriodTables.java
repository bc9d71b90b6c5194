package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.metrics.MetricTable.Replaced;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The published tables of cohorts, weeks and months, counted from {@code user_activity} and the published days: messages
 * are not read again.
 */
final class PeriodTables {

    /** Which weeks and months a run rebuilds beside its days. */
    enum Periods {
        /** Those that are published already and change with the days; their own jobs publish the others. */
        PUBLISHED,
        /** The weeks, too, that a touched day lies in. */
        TOUCHED_WEEKS,
        /** The months, too, that a touched day lies in. */
        TOUCHED_MONTHS,
        /** Every week and every month that a touched day lies in. */
        TOUCHED
    }

    /** How far back a cohort's row looks ahead, in days: d30 of {@code daily_retention}, 12 weeks of {@code weekly_retention}. */
    private static final int COHORT_DAYS = 30;

    private static final int COHORT_WEEKS = 12;

    private static final List<MetricTable> READ =
            List.of(MetricTable.USER_ACTIVITY, MetricTable.DAILY_TOOLS, MetricTable.DAILY_METRICS);

    private final SparkSession spark;
    private final Lake lake;
    private final Progress progress;
    private final List<DataChecks.Finding> findings = new ArrayList<>();

    PeriodTables(SparkSession spark, Lake lake, Progress progress) {
        this.spark = spark;
        this.lake = lake;
        this.progress = progress;
    }

    /**
     * Rebuilds what these days change: a period counts who was there before, so all later ones that are published change
     * too. One that fails a check stays as it was.
     *
     * @return what the checks found
     */
    List<DataChecks.Finding> rebuild(SortedSet<LocalDate> days, Periods which) {
        if (days.isEmpty()) {
            return List.of();
        }
        READ.forEach(this::createView);
        LocalDate first = days.first();
        replace(
                Replaced.BY_COHORT_DAY,
                "cohort_day",
                published(MetricTable.DAILY_METRICS, "day", first.minusDays(COHORT_DAYS)));

        LocalDate monday = ReportingWeek.of(first).monday();
        SortedSet<LocalDate> weeks = published(MetricTable.WEEKLY_METRICS, "week_start", monday);
        SortedSet<LocalDate> cohorts =
                published(MetricTable.WEEKLY_METRICS, "week_start", monday.minusWeeks(COHORT_WEEKS));
        if (which == Periods.TOUCHED || which == Periods.TOUCHED_WEEKS) {
            days.forEach(day -> weeks.add(ReportingWeek.of(day).monday()));
            cohorts.addAll(weeks);
        }
        replace(Replaced.BY_COHORT_WEEK, "cohort_week", cohorts);
        replace(Replaced.BY_WEEK, "week_start", weeks);

        SortedSet<LocalDate> months = published(MetricTable.MONTHLY_METRICS, "month_start", first.withDayOfMonth(1));
        if (which == Periods.TOUCHED || which == Periods.TOUCHED_MONTHS) {
            days.forEach(day -> months.add(day.withDayOfMonth(1)));
        }
        replace(Replaced.BY_MONTH, "month_start", months);
        return List.copyOf(findings);
    }

    private SortedSet<LocalDate> published(MetricTable table, String start, LocalDate from) {
        return new TreeSet<>(Days.of(lake.read(table.contract())
                .where("%s >= DATE '%s'".formatted(start, from))
                .withColumnRenamed(start, "day")));
    }

    private void replace(Replaced replaced, String start, Collection<LocalDate> periods) {
        if (periods.isEmpty()) {
            return;
        }
        for (MetricTable table : MetricTable.replaced(replaced)) {
            progress.step("writing " + table.tableName());
            Dataset<Row> rows = spark.sql(table.query()).persist();
            rows.createOrReplaceTempView(table.tableName());
            List<DataChecks.Finding> found = DataChecks.run(spark, Stream.of(table), periods);
            SortedSet<LocalDate> sound = new TreeSet<>(periods);
            found.stream()
                    .filter(DataChecks.Finding::fails)
                    .map(DataChecks.Finding::period)
                    .forEach(sound::remove);
            if (!sound.isEmpty()) {
                String condition = Days.condition(start, sound);
                lake.replace(table.contract(), condition, rows.where(condition));
            }
            rows.unpersist();
            findings.addAll(found);
            createView(table);
        }
    }

    private void createView(MetricTable table) {
        lake.read(table.contract()).createOrReplaceTempView(table.tableName());
    }
}
