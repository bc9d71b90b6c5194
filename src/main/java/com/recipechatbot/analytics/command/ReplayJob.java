package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.IngestOptions;
import com.recipechatbot.analytics.run.RunOptions;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.upkeep.Replay;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs today's parser over the records that were rejected, and moves those that now pass into the tables. */
@Command(
        name = "replay",
        description = {
            "Parses rejected records again, after an update, and publishes those that now pass; the others stay rejected.",
            "Restates the days of those records and their published weeks and months. Running it again changes nothing."
        },
        footer = {"", "Example: jobs/run replay --lake lake --keys keys"})
final class ReplayJob implements Callable<Integer>, ReportingJob {

    @Option(
            names = "--input",
            paramLabel = "DIR-or-s3",
            description = {
                "The export that the records came from: the days with rejected records are read again. Without it, the",
                "records are those that the lake keeps encrypted, and the keys must include a quarantine key."
            })
    private String input;

    @Mixin
    private IngestOptions given;

    private List<RunReport> reports = List.of();

    @Override
    public Integer call() {
        RunOptions options = given.read(input);
        SparkSession spark = Session.open("replay");
        reports = new Replay(spark, options).run();
        reports.forEach(report -> System.out.print(report.summary(options.lake())));
        return reports.stream().mapToInt(ExitCode::of).max().orElse(ExitCode.DONE);
    }

    @Override
    public List<RunReport> reports() {
        return reports;
    }
}
