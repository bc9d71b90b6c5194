package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.ReportingDay;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes the weekly tables of one ISO week, and of the later weeks that are published already. */
@Command(
        name = "weekly-metrics",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        sortOptions = false,
        description = {
            "Publishes an ISO week from the days that are published: users, growth, who is new, who came back, what they cook and use.",
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

    @Mixin
    private SmallCountOption smallCounts;

    @Mixin
    private CatalogOption catalog;

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
        System.exit(RunSummary.runAndTell(new WeeklyMetricsJob(), arguments));
    }

    @Override
    public Integer call() {
        Function<ZoneId, ReportingWeek> asked = week();
        return new PeriodJob("weekly-metrics", location, catalog, MetricTable.WEEKLY_METRICS)
                .publish(
                        zone -> {
                            ReportingWeek week = asked.apply(zone);
                            return new PeriodJob.Period("week " + week, week.days());
                        },
                        (lake, tables, days) -> tables.rebuildWeeks(
                                days,
                                PeriodTables.Periods.TOUCHED,
                                smallCounts.minUsers().of(lake)));
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
