package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.run.DailyRun;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.run.RunOptions;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.upkeep.DryRun;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a range of days in one commit a table, and the weeks and months that they touch. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        sortOptions = false,
        description = {
            "Reads a range of days of the export and publishes their daily tables and the weeks and months that they touch.",
            "One commit a table, so a range costs little more than a day. Missing days are named; the others are published (exit 3)."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 3 input not there yet;",
            "4 damaged input or a failed data check; 5 another run holds the lake.",
            "",
            "Example: jobs/run backfill --input export/conversations --lake lake --keys keys --from 2025-01-06 --to 2025-02-02"
        })
public final class BackfillJob implements Callable<Integer>, ReportingJob {

    @Mixin
    private DailyOptions given;

    @Mixin
    private CatalogOption catalog;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day, such as 2025-01-06.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day, itself included.")
    private String to;

    @Option(
            names = "--dry-run",
            description = {
                "Print what would change in the published tables, and change nothing: table, row, metric, old -> new.",
                "Works on a copy that shares the lake's files, in its folder, and goes at the end."
            })
    private boolean dryRun;

    private RunReport report;

    public static void main(String[] arguments) {
        System.exit(RunSummary.runAndTell(new BackfillJob(), arguments));
    }

    @Override
    public Integer call() {
        DayRange days = Arguments.range(from, to);
        RunOptions options = given.read();
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
    public Optional<RunReport> report() {
        return Optional.ofNullable(report);
    }

    private int tryOut(SparkSession spark, RunOptions options, DayRange days) {
        Lake lake = Lake.existing(spark, options.lake());
        Session.useZone(spark, lake.zone());
        try (DryRun copy = DryRun.of(lake)) {
            System.err.println("trying it out on a copy: the lake itself stays as it is");
            // Not reported as a run: it is not one of the lake's.
            RunReport tried = run(spark, options.at(copy.location()), days);
            System.out.print(tried.findingsText());
            System.out.print(copy.differences());
            System.out.println("Nothing was written. Leave --dry-run out to write it.");
            return ExitCode.of(tried);
        }
    }

    private static RunReport run(SparkSession spark, RunOptions options, DayRange days) {
        return DailyRun.run(spark, "backfill", options, zone -> days, PeriodTables.Periods.TOUCHED);
    }
}
