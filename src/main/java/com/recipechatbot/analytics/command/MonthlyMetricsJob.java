package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingDay;
import java.time.Instant;
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
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        sortOptions = false,
        description = {
            "Publishes a month from the days that are published: users, growth, who is new and who came back.",
            "Reads no messages. The first month of a lake knows nothing of before: its comparisons are null."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 3 no day of the month is",
            "published yet; 5 another run holds the lake.",
            "",
            "Example: jobs/run monthly-metrics --lake lake --month 2025-01"
        })
public final class MonthlyMetricsJob implements Callable<Integer> {

    @Option(names = "--lake", required = true, paramLabel = "DIR-or-s3", description = "Where the tables are.")
    private String location;

    @Mixin
    private CatalogOption catalog;

    @ArgGroup(multiplicity = "1")
    private When when;

    private static final class When {
        @Option(names = "--month", paramLabel = "MONTH", description = "The month to publish, such as 2025-01.")
        private String month;

        @Option(
                names = "--scheduled-time",
                paramLabel = "INSTANT",
                description = "The scheduler's instant: publishes the month of the day before it.")
        private String scheduledTime;
    }

    public static void main(String[] arguments) {
        System.exit(RunSummary.runAndTell(new MonthlyMetricsJob(), arguments));
    }

    @Override
    public Integer call() {
        Function<ZoneId, YearMonth> asked = month();
        return new PeriodJob("monthly-metrics", location, catalog, MetricTable.MONTHLY_METRICS)
                .publish(
                        zone -> {
                            YearMonth month = asked.apply(zone);
                            return new PeriodJob.Period(
                                    "month " + month, new DayRange(month.atDay(1), month.atEndOfMonth()));
                        },
                        (lake, tables, days) -> tables.rebuildMonths(days, PeriodTables.Periods.TOUCHED));
    }

    private Function<ZoneId, YearMonth> month() {
        if (when.month != null) {
            YearMonth month = Arguments.month(when.month);
            return zone -> month;
        }
        Instant scheduled = Arguments.instant(when.scheduledTime);
        return zone -> YearMonth.from(ReportingDay.before(scheduled, zone));
    }
}
