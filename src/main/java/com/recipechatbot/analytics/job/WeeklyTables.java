package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The published tables of weeks, counted from {@code user_activity} and the published days: messages are not read again. */
final class WeeklyTables {

    private final SparkSession spark;
    private final Lake lake;

    WeeklyTables(SparkSession spark, Lake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Rebuilds what these days change: a week counts who was there before, so all later ones that are published change too. */
    void rebuild(SortedSet<LocalDate> days, DailyRun.Weeks which, Progress progress) {
        if (days.isEmpty()) {
            return;
        }
        SortedSet<LocalDate> mondays =
                publishedSince(ReportingWeek.of(days.first()).monday());
        if (which == DailyRun.Weeks.TOUCHED) {
            days.forEach(day -> mondays.add(ReportingWeek.of(day).monday()));
        }
        rebuild(mondays, progress);
    }

    private SortedSet<LocalDate> publishedSince(LocalDate monday) {
        SortedSet<LocalDate> weeks = new TreeSet<>();
        for (Row row : lake.read(MetricTable.WEEKLY_METRICS.contract())
                .where("week_start >= DATE '" + monday + "'")
                .selectExpr("unix_date(week_start)")
                .collectAsList()) {
            weeks.add(LocalDate.ofEpochDay(row.getInt(0)));
        }
        return weeks;
    }

    private void rebuild(Collection<LocalDate> mondays, Progress progress) {
        ClosedDays.of(lake).removeFrom(mondays);
        if (mondays.isEmpty()) {
            return;
        }
        for (MetricTable table : java.util.List.of(MetricTable.USER_ACTIVITY, MetricTable.DAILY_METRICS)) {
            lake.read(table.contract()).createOrReplaceTempView(table.tableName());
        }
        for (MetricTable table : MetricTable.replaced(MetricTable.Replaced.BY_WEEK)) {
            progress.step("writing " + table.tableName());
            String condition = Days.condition("week_start", mondays);
            lake.replace(table.contract(), condition, spark.sql(table.query()).where(condition));
        }
    }
}
