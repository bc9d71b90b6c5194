package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;

/** Publishes a week or a month from its published days, and again the later ones that are already published. */
public final class PeriodRun {

    private PeriodRun() {}

    /** What is rebuilt of the tables, given the days of the period. */
    public interface Rebuilding {
        List<DataChecks.Finding> rebuild(PeriodTables tables, SortedSet<LocalDate> days);
    }

    /**
     * Rebuilds the period.
     *
     * @return empty when none of its days is published, so that there is nothing to count
     * @throws UsageException when its days have expired
     */
    public static Optional<RunReport> run(
            SparkSession spark, Lake lake, String job, DayRange days, InstantSource clock, Rebuilding rebuilding) {
        WarmUp.start();
        lake.requireTables(MetricTable.contracts());
        ClosedDays.of(lake).refuse(days);
        Session.useZone(spark, lake.zone());
        if (lake.read(MetricTable.DAILY_METRICS.contract())
                .where(Days.condition("day", days.days()))
                .isEmpty()) {
            return Optional.empty();
        }
        Progress progress = Progress.onStandardError(clock);
        RunReport.Run run = new RunReport.Run(UUID.randomUUID().toString(), job, days, progress.start());
        try (Lease lease = lake.lease(job, run.id(), clock)) {
            SortedSet<LocalDate> touched = new TreeSet<>(days.days());
            List<DataChecks.Finding> findings = rebuilding.rebuild(new PeriodTables(spark, lake, progress), touched);
            RunReport report = new RunReport(run, RecordCounts.NONE, List.of(), List.of(), touched, findings);
            report.record(spark, lake, clock.instant());
            lease.finish(lease.unfinishedDays());
            return Optional.of(report);
        }
    }
}
