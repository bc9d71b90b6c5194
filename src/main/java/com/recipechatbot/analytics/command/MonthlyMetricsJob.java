package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.CatalogOption;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.command.option.ScheduledTime;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.PeriodTables;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes {@code monthly_metrics} of one month, and of the later months that are published already. */
@Command(
        name = "monthly-metrics",
        description = {
            "Publishes a month from the published days: users, growth, who is new and who came back.",
            "Reads no messages. In the first month of a lake, all comparisons with earlier months are null.",
            "Exit code 3 if no day of the month is published yet."
        },
        footer = {"", "Example: jobs/run monthly-metrics --lake lake --month 2025-01"})
final class MonthlyMetricsJob implements Callable<Integer> {

    @Mixin
    private LakeOption lakeOption;

    @Mixin
    private CatalogOption catalog;

    @ArgGroup(multiplicity = "1")
    private When when;

    private static final class When extends ScheduledTime {
        @Option(names = "--month", paramLabel = "MONTH", description = "The month to publish, such as 2025-01.")
        private String month;
    }

    @Override
    public Integer call() {
        Function<ZoneId, PeriodJob.Period> period = when.period(when.month, Arguments::month, YearMonth::from)
                .andThen(month -> new PeriodJob.Period("month " + month, Arguments.days(month)));
        return new PeriodJob("monthly-metrics", lakeOption.location(), catalog, MetricTable.MONTHLY_METRICS)
                .publish(period, (lake, tables, days) -> tables.rebuildMonths(days, PeriodTables.Periods.TOUCHED));
    }
}
