package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.run.RunOptions;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.upkeep.Replay;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs today's parser over the records that were rejected, and moves what now passes into the tables. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        sortOptions = false,
        description = {
            "Parses rejected records again, after an update, and publishes what now passes; the rest stays rejected.",
            "Restates the days of what passes, and the weeks that are published. Running it again changes nothing."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 3 input not there yet;",
            "4 damaged input or a failed data check; 5 another run holds the lake.",
            "",
            "Example: jobs/run replay --lake lake --keys keys"
        })
public final class ReplayJob implements Callable<Integer> {

    @Mixin
    private ReplayOptions given;

    public static void main(String[] arguments) {
        System.exit(ExitCode.run(new ReplayJob(), arguments));
    }

    @Override
    public Integer call() {
        RunOptions options = given.read();
        SparkSession spark = Session.open("replay");
        int exitCode = ExitCode.DONE;
        for (RunReport report : new Replay(spark, options).run()) {
            System.out.print(report.summary(options.lake()));
            exitCode = Math.max(exitCode, ExitCode.of(report));
        }
        return exitCode;
    }
}
