package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.CatalogOption;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.DataChecks;
import com.recipechatbot.analytics.run.PeriodRun;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** What the jobs for a week and for a month have in common. */
record PeriodJob(String name, String location, CatalogOption catalog, MetricTable table) {

    /** What is rebuilt of the tables of a lake, given the days of the period. */
    interface Rebuilding {
        List<DataChecks.Finding> rebuild(Lake lake, PeriodTables tables, SortedSet<LocalDate> days);
    }

    /**
     * A period as people call it.
     *
     * @param name such as "week 2025-W03"
     */
    record Period(String name, DayRange days) {}

    /** @param asked the period to publish, given the zone of the lake */
    int publish(Function<ZoneId, Period> asked, Rebuilding rebuilding) {
        SparkSession spark = catalog.session(name);
        Lake lake = Lake.open(spark, location, Optional.empty());
        catalog.requireNames(spark, lake);
        Period period = asked.apply(lake.zone());
        DayRange days = period.days();
        Optional<RunReport> report = PeriodRun.run(
                spark,
                lake,
                name,
                days,
                InstantSource.system(),
                (tables, touched) -> rebuilding.rebuild(lake, tables, touched));
        if (report.isEmpty()) {
            System.err.printf(
                    "Cannot publish the %s: no day of it (%s to %s) is published in %s. Run backfill or daily-metrics for its days first.%n",
                    period.name(), days.from(), days.to(), location);
            return ExitCode.INPUT_NOT_READY;
        }
        catalog.register(spark, lake);
        int exitCode = ExitCode.of(report.get());
        if (exitCode == ExitCode.DONE) {
            System.out.printf(
                    "published the %s (%s to %s)%ntables: %s%nnext: jobs/run show %s --lake %s%n",
                    period.name(), days.from(), days.to(), location, table.tableName(), location);
        } else {
            System.err.print(report.get().findingsText());
        }
        return exitCode;
    }
}
