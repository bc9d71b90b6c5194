package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.ReportingDay;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes one ISO week: {@code weekly_metrics}, and the later weeks that are published already. */
@Command(
        name = "weekly-metrics",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Publishes an ISO week from the days that are published: weekly users, growth, who is new and who came back.",
            "Reads no messages. The first week of a lake knows nothing of before: its comparisons are null."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 3 no day of the week is",
            "published yet; 5 another run holds the lake.",
            "",
            "Example: jobs/run weekly-metrics --lake lake --week 2025-W03"
        })
public final class WeeklyMetricsJob implements Callable<Integer> {

    @Option(names = "--lake", required = true, paramLabel = "DIR-or-s3", description = "Where the tables are.")
    private String location;

    @ArgGroup(multiplicity = "1")
    private When when;

    private static final class When {
        @Option(names = "--week", paramLabel = "WEEK", description = "The ISO week to publish, such as 2025-W03.")
        private String week;

        @Option(
                names = "--scheduled-time",
                paramLabel = "INSTANT",
                description = "The scheduler's instant: publishes the week of the day before it.")
        private String scheduledTime;
    }

    public static void main(String[] arguments) {
        System.exit(ExitCode.run(new WeeklyMetricsJob(), arguments));
    }

    @Override
    public Integer call() {
        Function<ZoneId, ReportingWeek> asked = week();
        SparkSession spark = Session.open("weekly-metrics");
        Lake lake = Lake.open(spark, location, Optional.empty());
        ReportingWeek week = asked.apply(lake.zone());
        ClosedDays.of(lake).refuse(week.days());
        Session.useZone(spark, lake.zone());
        if (lake.read(MetricTable.DAILY_METRICS.contract())
                .where(Days.condition("day", week.days().days()))
                .isEmpty()) {
            System.err.printf(
                    "Cannot publish the week %s: no day of it (%s to %s) is published in %s. Run backfill or daily-metrics for its days first.%n",
                    week, week.days().from(), week.days().to(), location);
            return ExitCode.INPUT_NOT_READY;
        }
        InstantSource clock = InstantSource.system();
        Progress progress = Progress.onStandardError(clock);
        RunReport.Run run =
                new RunReport.Run(UUID.randomUUID().toString(), "weekly-metrics", week.days(), progress.start());
        try (Lease lease = lake.lease(run.job(), run.id(), clock)) {
            TreeSet<LocalDate> days = new TreeSet<>(week.days().days());
            new WeeklyTables(spark, lake).rebuild(days, DailyRun.Weeks.TOUCHED, progress);
            new RunReport(run, RecordCounts.NONE, List.of(), List.of(), days).record(spark, lake, clock.instant());
            lease.finish();
        }
        System.out.printf(
                "published the week %s (%s to %s)%ntables: %s%nnext: jobs/run show weekly_metrics --lake %s%n",
                week, week.days().from(), week.days().to(), location, location);
        return ExitCode.DONE;
    }

    private Function<ZoneId, ReportingWeek> week() {
        if (when.week != null) {
            ReportingWeek week = Arguments.week(when.week);
            return zone -> week;
        }
        Instant scheduled = Arguments.instant(when.scheduledTime);
        return zone -> ReportingWeek.of(ReportingDay.before(scheduled, zone));
    }
}
