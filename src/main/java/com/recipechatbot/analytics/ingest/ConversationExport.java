package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The days of an export, as they were when it was opened: each record of their files is one row, parsed or rejected.
 * A day whose folder exists is there, even if it is empty; a day without a folder is missing.
 */
public final class ConversationExport {

    private final Configuration hadoop;
    private final String input;
    private final DayRange days;
    private final List<Source> sources;

    private ConversationExport(Configuration hadoop, String input, DayRange days, List<Source> sources) {
        this.hadoop = hadoop;
        this.input = input;
        this.days = days;
        this.sources = sources;
    }

    /**
     * Lists the files of the days.
     *
     * @param hadoop how to reach the input; the tasks that read it use Spark's own configuration
     * @param input the folder above {@code year=2025}, or the one that holds it as {@code conversations}
     * @throws InputNotReadyException when the folder does not exist, or holds none of the days
     */
    public static ConversationExport open(Configuration hadoop, String input, DayRange days) {
        List<Source> sources = list(hadoop, input, days);
        if (sources.isEmpty()) {
            throw new InputNotReadyException(
                    "Cannot read the days %s to %s: the input %s has no folder like year=2025/month=01/day=15 for any of them. Check the path and the days, or run again when the export is there."
                            .formatted(days.from(), days.to(), input));
        }
        return new ConversationExport(hadoop, input, days, sources);
    }

    /** The days that are there, in order. */
    public List<Source> sources() {
        return sources;
    }

    /** The days of the range that have no folder, in order. */
    public List<LocalDate> missingDays() {
        List<LocalDate> missing = new ArrayList<>(days.days());
        missing.removeAll(sources.stream().map(Source::day).toList());
        return missing;
    }

    /** One row a record, with the columns of {@link RecordColumns}. The order of the rows is not defined. */
    public Dataset<Row> records(SparkSession spark) {
        ReadPlan plan = ReadPlan.of(hadoop, sources, spark.sparkContext().defaultParallelism());
        return spark.read()
                .format(RecordFormat.class.getName())
                .option(RecordFormat.PLAN, plan.toJson())
                .load();
    }

    /** @throws InputChangedException when a file appeared, vanished or changed since this export was opened */
    public void verifyUnchanged() {
        Map<LocalDate, String> before = fingerprints(sources);
        Map<LocalDate, String> now = fingerprints(list(hadoop, input, days));
        for (LocalDate day : days.days()) {
            if (!Objects.equals(before.get(day), now.get(day))) {
                throw new InputChangedException(
                        "Cannot use what was read of %s: its files changed meanwhile, so the export is still being written. Run again when it is done."
                                .formatted(day));
            }
        }
    }

    private static Map<LocalDate, String> fingerprints(List<Source> sources) {
        Map<LocalDate, String> byDay = new HashMap<>();
        sources.forEach(source -> byDay.put(source.day(), source.fingerprint()));
        return byDay;
    }

    private static List<Source> list(Configuration hadoop, String input, DayRange days) {
        try {
            return DayFolders.below(hadoop, input).sources(days);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot list the input %s: %s. Check that it can be reached, then run again."
                            .formatted(input, e.getClass().getSimpleName()),
                    e);
        }
    }
}
