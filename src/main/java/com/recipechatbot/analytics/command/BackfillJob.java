package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.CatalogOption;
import com.recipechatbot.analytics.command.option.IngestOptions;
import com.recipechatbot.analytics.command.option.InputOption;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.run.DailyRun;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.run.RunOptions;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.upkeep.DryRun;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a range of days in one commit per table, and the weeks and months that they touch. */
@Command(
        name = "backfill",
        description = {
            "Publishes a range of days of the export, and the weeks and months that they touch.",
            "Each table is committed once, so a range costs little more than a day.",
            "Days that are missing are named, and the others are published (exit code 3)."
        },
        footer = {
            "",
            "Example: jobs/run backfill --input export/conversations --lake lake --keys keys --from 2025-01-06 --to 2025-02-02"
        })
public final class BackfillJob implements Callable<Integer>, ReportingJob {

    @Mixin
    private InputOption input;

    @Mixin
    private IngestOptions given;

    @Mixin
    private CatalogOption catalog;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day, such as 2025-01-06.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last day (inclusive).")
    private String to;

    @Option(
            names = "--dry-run",
            description = {
                "Print what would change in the published tables (table, row, metric, old -> new), and change nothing.",
                "Works on a copy in the lake's folder, which shares its files and is deleted at the end."
            })
    private boolean dryRun;

    private RunReport report;

    @Override
    public Integer call() {
        DayRange days = Arguments.range(from, to);
        RunOptions options = given.read(input.location());
        SparkSession spark = catalog.session("backfill");
        if (dryRun) {
            return tryOut(spark, options, days);
        }
        catalog.requireNames(spark, Lake.open(spark, options.lake(), options.zone()));
        report = run(spark, options, days);
        catalog.register(spark, Lake.existing(spark, options.lake()));
        System.out.print(report.summary(options.lake()));
        return ExitCode.of(report);
    }

    @Override
    public List<RunReport> reports() {
        return report == null ? List.of() : List.of(report);
    }

    private static int tryOut(SparkSession spark, RunOptions options, DayRange days) {
        Lake lake = Lake.existing(spark, options.lake());
        Session.useZone(spark, lake.zone());
        try (DryRun copy = DryRun.of(lake)) {
            System.err.println("working on a copy: the lake itself is not changed");
            // Not reported as a run: it is not one of the lake's.
            RunReport tried = run(spark, options.at(copy.location()), days);
            System.out.print(tried.findingsText());
            System.out.print(copy.differences());
            System.out.println("Nothing was written. Run it without --dry-run to write it.");
            return ExitCode.of(tried);
        }
    }

    private static RunReport run(SparkSession spark, RunOptions options, DayRange days) {
        return DailyRun.run(spark, "backfill", options, zone -> days, PeriodTables.Periods.TOUCHED);
    }
}
