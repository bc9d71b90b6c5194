package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Publishes a week or a month from the days that are published, and its later ones that are published already. */
record PeriodRun(String job, String location, MetricTable table, CatalogOption catalog, Rebuilding rebuilding) {

    /** What is to be rebuilt of the tables when the days of the period are given. */
    interface Rebuilding {
        List<DataChecks.Finding> rebuild(Lake lake, PeriodTables tables, SortedSet<LocalDate> days);
    }

    /**
     * A period as people call it.
     *
     * @param name such as "week 2025-W03"
     */
    record Period(String name, DayRange days) {}

    /** @param asked the period to publish, told the zone of the lake */
    int publish(Function<ZoneId, Period> asked) {
        SparkSession spark = Session.open(job, catalog);
        Lake lake = Lake.open(spark, location, Optional.empty());
        catalog.requireNames(spark, lake);
        Period period = asked.apply(lake.zone());
        DayRange days = period.days();
        ClosedDays.of(lake).refuse(days);
        Session.useZone(spark, lake.zone());
        if (lake.read(MetricTable.DAILY_METRICS.contract())
                .where(Days.condition("day", days.days()))
                .isEmpty()) {
            System.err.printf(
                    "Cannot publish the %s: no day of it (%s to %s) is published in %s. Run backfill or daily-metrics for its days first.%n",
                    period.name(), days.from(), days.to(), location);
            return ExitCode.INPUT_NOT_READY;
        }
        InstantSource clock = InstantSource.system();
        Progress progress = Progress.onStandardError(clock);
        RunReport.Run run = new RunReport.Run(UUID.randomUUID().toString(), job, days, progress.start());
        RunReport report;
        try (Lease lease = lake.lease(job, run.id(), clock)) {
            SortedSet<LocalDate> touched = new TreeSet<>(days.days());
            List<DataChecks.Finding> findings =
                    rebuilding.rebuild(lake, new PeriodTables(spark, lake, progress), touched);
            report = new RunReport(run, RecordCounts.NONE, List.of(), List.of(), touched, findings);
            report.record(spark, lake, clock.instant());
            lease.finish(lease.unfinishedDays());
        }
        catalog.register(spark, lake);
        if (report.exitCode() != ExitCode.DONE) {
            System.err.print(report.findingsText());
            return report.exitCode();
        }
        System.out.printf(
                "published the %s (%s to %s)%ntables: %s%nnext: jobs/run show %s --lake %s%n",
                period.name(), days.from(), days.to(), location, table.tableName(), location);
        return ExitCode.DONE;
    }
}
