package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.tables.ReportingDay;
import com.recipechatbot.analytics.upkeep.Expiry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes what is older than each table promises to keep. */
@Command(
        name = "expire",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        sortOptions = false,
        description = {
            "Deletes rows older than their table's retention, the daily JSON files over 2 years, and what the tables keep of",
            "earlier versions: jobs/run show TABLE --describe tells what a table holds, the result how long.",
            "What is left of a table in many small files goes into few, which is quicker to query and costs less.",
            "A day whose working rows have gone is closed: published, it stays as it is, late records of it are left out as",
            "'expired', and runs over it are refused. A conversation is kept until its last message is too old.",
            "Run it when nobody queries the lake: readers that began before may fail. Running it again changes nothing."
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 5 another run holds the lake.",
            "",
            "Example: jobs/run expire --lake lake --as-of 2025-06-30"
        })
public final class ExpireJob implements Callable<Integer> {

    @Option(names = "--lake", required = true, paramLabel = "DIR-or-s3", description = "Where the tables are.")
    private String location;

    @ArgGroup(multiplicity = "1")
    private When when;

    private static final class When {
        @Option(
                names = "--as-of",
                paramLabel = "DAY",
                description = "The day to count back from, such as 2025-06-30; not in the future.")
        private String day;

        @Option(
                names = "--scheduled-time",
                paramLabel = "INSTANT",
                description = "The scheduler's instant: counts back from the day before it.")
        private String scheduledTime;
    }

    public static void main(String[] arguments) {
        System.exit(RunSummary.runAndTell(new ExpireJob(), arguments));
    }

    @Override
    public Integer call() {
        Function<ZoneId, LocalDate> asked = day();
        SparkSession spark = Session.open("expire");
        Lake lake = Lake.existing(spark, location);
        InstantSource clock = InstantSource.system();
        LocalDate asOf = asked.apply(lake.zone());
        if (asOf.isAfter(LocalDate.ofInstant(clock.instant(), lake.zone()))) {
            throw new UsageException(
                    "Cannot expire as of %s: that day has not come, and what is deleted cannot be brought back. Check the year."
                            .formatted(asOf));
        }
        Session.useZone(spark, lake.zone());
        List<Expiry.Expired> expired = new Expiry(spark, lake, asOf, clock).run();
        System.out.print(Expiry.summary(expired));
        System.out.printf(
                "as of %s; days before %s are closed%n",
                asOf, lake.expiredBefore().map(LocalDate::toString).orElse("-"));
        return ExitCode.DONE;
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
