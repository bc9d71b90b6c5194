package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.CatalogOption;
import com.recipechatbot.analytics.command.option.IngestOptions;
import com.recipechatbot.analytics.command.option.InputOption;
import com.recipechatbot.analytics.command.option.ScheduledTime;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.run.DailyRun;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.run.RunOptions;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.UnpublishedDays;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a day of an export, or the days that are not published yet, and every day that they restate. */
@Command(
        name = "daily-metrics",
        description = {
            "Publishes one day of the export; with --scheduled-time, every day after the newest complete one.",
            "Late records and conversations that run past midnight restate earlier days. Running a day again gives the same tables."
        },
        footer = {
            "",
            "Example: jobs/run daily-metrics --input export/conversations --lake lake --keys keys --day 2025-01-15"
        })
final class DailyMetricsJob implements Callable<Integer>, ReportingJob {

    @Mixin
    private InputOption input;

    @Mixin
    private IngestOptions given;

    @Mixin
    private CatalogOption catalog;

    @ArgGroup(multiplicity = "1")
    private When when;

    private RunReport report;

    private static final class When extends ScheduledTime {
        @Option(names = "--day", paramLabel = "DAY", description = "The day to publish, such as 2025-01-15.")
        private String day;
    }

    @Override
    public Integer call() {
        Function<ZoneId, LocalDate> last = when.period(when.day, Arguments::day, Function.identity());
        RunOptions options = given.read(input.location());
        SparkSession spark = catalog.session("daily-metrics");
        Lake lake = Lake.open(spark, options.lake(), options.zone());
        catalog.requireNames(spark, lake);
        LocalDate day = last.apply(lake.zone());
        DayRange days = when.day == null ? UnpublishedDays.upTo(day, spark, lake, options) : DayRange.of(day);
        report = DailyRun.run(spark, "daily-metrics", options, zone -> days, PeriodTables.Periods.PUBLISHED);
        catalog.register(spark, Lake.existing(spark, options.lake()));
        System.out.print(report.summary(options.lake()));
        return ExitCode.of(report);
    }

    @Override
    public List<RunReport> reports() {
        return report == null ? List.of() : List.of(report);
    }
}
