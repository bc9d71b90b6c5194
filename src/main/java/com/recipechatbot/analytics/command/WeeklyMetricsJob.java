package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.CatalogOption;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.command.option.ScheduledTime;
import com.recipechatbot.analytics.command.option.SmallCountOption;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.tables.ReportingWeek;
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
        description = {
            "Publishes an ISO week from the published days: users, growth, who is new, who came back, what they cook and use.",
            "Reads no messages. In the first week of a lake, all comparisons with earlier weeks are null.",
            "Exit code 3 if no day of the week is published yet."
        },
        footer = {"", "Example: jobs/run weekly-metrics --lake lake --week 2025-W03"})
final class WeeklyMetricsJob implements Callable<Integer> {

    @Mixin
    private LakeOption lakeOption;

    @Mixin
    private SmallCountOption smallCounts;

    @Mixin
    private CatalogOption catalog;

    @ArgGroup(multiplicity = "1")
    private When when;

    private static final class When extends ScheduledTime {
        @Option(names = "--week", paramLabel = "WEEK", description = "The ISO week to publish, such as 2025-W03.")
        private String week;
    }

    @Override
    public Integer call() {
        Function<ZoneId, PeriodJob.Period> period = when.period(when.week, Arguments::week, ReportingWeek::of)
                .andThen(week -> new PeriodJob.Period("week " + week, week.days()));
        return new PeriodJob("weekly-metrics", lakeOption.location(), catalog, MetricTable.WEEKLY_METRICS)
                .publish(
                        period,
                        (lake, tables, days) -> tables.rebuildWeeks(
                                days,
                                PeriodTables.Periods.TOUCHED,
                                smallCounts.minUsers().of(lake)));
    }
}
