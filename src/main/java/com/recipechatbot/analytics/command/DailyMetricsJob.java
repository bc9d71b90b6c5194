package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.run.DailyRun;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.run.RunOptions;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes one day of an export: {@code daily_metrics} and the other daily tables, and every day that it restates. */
@Command(
        name = "daily-metrics",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        sortOptions = false,
        description = {
            "Reads one day of the export and publishes its tables.",
            "Late records and conversations that run past midnight restate earlier days. Running a day again gives the same tables."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 3 input not there yet;",
            "4 damaged input or a failed data check; 5 another run holds the lake.",
            "",
            "Example: jobs/run daily-metrics --input export/conversations --lake lake --keys keys --day 2025-01-15"
        })
public final class DailyMetricsJob implements Callable<Integer>, ReportingJob {

    @Mixin
    private DailyOptions given;

    @Mixin
    private CatalogOption catalog;

    @ArgGroup(multiplicity = "1")
    private When when;

    private RunReport report;

    private static final class When {
        @Option(names = "--day", paramLabel = "DAY", description = "The day to publish, such as 2025-01-15.")
        private String day;

        @Option(
                names = "--scheduled-time",
                paramLabel = "INSTANT",
                description = "The scheduler's instant, such as 2025-01-16T01:00:00Z: publishes the day before it.")
        private String scheduledTime;
    }

    public static void main(String[] arguments) {
        System.exit(RunSummary.runAndTell(new DailyMetricsJob(), arguments));
    }

    @Override
    public Integer call() {
        Function<ZoneId, LocalDate> day = day();
        RunOptions options = given.read();
        SparkSession spark = catalog.session("daily-metrics");
        catalog.requireNames(spark, Lake.open(spark, options.lake(), options.zone()));
        report = DailyRun.run(
                spark, "daily-metrics", options, day.andThen(DayRange::of), PeriodTables.Periods.PUBLISHED);
        catalog.register(spark, Lake.existing(spark, options.lake()));
        System.out.print(report.summary(options.lake()));
        return ExitCode.of(report);
    }

    @Override
    public Optional<RunReport> report() {
        return Optional.ofNullable(report);
    }

    private Function<ZoneId, LocalDate> day() {
        if (when.day != null) {
            LocalDate day = Arguments.day(when.day);
            return zone -> day;
        }
        Instant scheduled = Arguments.instant(when.scheduledTime);
        return zone -> ReportingDay.before(scheduled, zone);
    }
}
