package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.CatalogOption;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.command.option.ScheduledTime;
import com.recipechatbot.analytics.command.option.SmallCountOption;
import com.recipechatbot.analytics.deploy.DigestTopic;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.serving.report.Digest;
import com.recipechatbot.analytics.tables.ReportingWeek;
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

    private static final String NO_TOPIC = "none";

    @Mixin
    private LakeOption lakeOption;

    @Mixin
    private SmallCountOption smallCounts;

    @Mixin
    private CatalogOption catalog;

    @Option(
            names = "--digest-topic",
            paramLabel = "ARN",
            defaultValue = NO_TOPIC,
            description = "Sends the week in a few lines to this topic of SNS. Default: ${DEFAULT-VALUE}.")
    private String digestTopic;

    @ArgGroup(multiplicity = "1")
    private When when;

    private static final class When extends ScheduledTime {
        @Option(names = "--week", paramLabel = "WEEK", description = "The ISO week to publish, such as 2025-W03.")
        private String week;
    }

    @Override
    public Integer call() {
        Function<ZoneId, ReportingWeek> week = when.period(when.week, Arguments::week, ReportingWeek::of);
        int exitCode = new PeriodJob("weekly-metrics", lakeOption.location(), catalog, MetricTable.WEEKLY_METRICS)
                .publish(
                        week.andThen(asked -> new PeriodJob.Period("week " + asked, asked.days())),
                        (lake, tables, days) -> tables.rebuildWeeks(
                                days,
                                PeriodTables.Periods.TOUCHED,
                                smallCounts.minUsers().of(lake)));
        if (exitCode == ExitCode.DONE && !digestTopic.equals(NO_TOPIC)) {
            send(week);
        }
        return exitCode;
    }

    private void send(Function<ZoneId, ReportingWeek> asked) {
        SparkSession spark = catalog.session("weekly-metrics");
        Lake lake = Lake.existing(spark, lakeOption.location());
        LakeReader reader = new LakeReader(spark.sparkContext().hadoopConfiguration(), lakeOption.location());
        ReportingWeek week = asked.apply(lake.zone());
        Digest digest = Digest.of(
                        ReportTables.read(reader, true),
                        smallCounts.minUsers().of(lake),
                        Optional.of(week),
                        LocalDate.now(lake.zone()))
                .orElseThrow();
        DigestTopic.send(digestTopic, "Recipe chatbot: week " + week, digest.text(Optional.empty()));
        System.out.printf("sent the digest to %s%n", digestTopic);
    }
}
