package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.command.option.ScheduledTime;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.upkeep.Expiry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what is older than each table promises to keep. */
@Command(
        name = "expire",
        description = {
            "Deletes what is older than each table promises to keep.",
            "That is rows, daily JSON files older than 2 years, and earlier versions of the tables; of published tables, a version",
            "less than a day old stays for the queries that read it. The result shows how long",
            "each table keeps its rows. Tables of many small files are compacted, which makes queries faster and cheaper.",
            "Once its working rows are deleted, a day is closed: what is published stays, late records are excluded as 'expired',",
            "and runs over that day are refused. A conversation is kept until its last message has expired.",
            "Queries of unpublished tables that started before may fail. Running it again changes nothing."
        },
        footer = {"", "Example: jobs/run expire --lake lake --as-of 2025-06-30"})
final class ExpireJob implements Callable<Integer> {

    @Mixin
    private LakeOption lakeOption;

    @ArgGroup(multiplicity = "1")
    private When when;

    private static final class When extends ScheduledTime {
        @Option(
                names = "--as-of",
                paramLabel = "DAY",
                description = "The day to count back from, such as 2025-06-30; not in the future.")
        private String day;
    }

    @Override
    public Integer call() {
        Function<ZoneId, LocalDate> asked = when.period(when.day, Arguments::day, Function.identity());
        SparkSession spark = Session.open("expire");
        Lake lake = Lake.existing(spark, lakeOption.location());
        InstantSource clock = InstantSource.system();
        LocalDate asOf = asked.apply(lake.zone());
        if (asOf.isAfter(LocalDate.ofInstant(clock.instant(), lake.zone()))) {
            throw new UsageException(
                    "Cannot expire as of %s: that day is in the future, and what is deleted cannot be brought back. Check the year."
                            .formatted(asOf));
        }
        Session.useZone(spark, lake.zone());
        System.out.print(Expiry.summary(new Expiry(spark, lake, asOf, clock).run()));
        System.out.printf(
                "as of %s; days before %s are closed%n",
                asOf, lake.settings().expiredBefore().map(LocalDate::toString).orElse("-"));
        return ExitCode.DONE;
    }
}
