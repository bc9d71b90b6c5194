package com.recipechatbot.analytics.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Where the records of a run went, to the row.
 *
 * @param excluded by reason
 * @param rejected by reason
 * @param first the earliest loaded message, or null without any
 * @param last the latest loaded message, or null without any
 * @param firstDay of every record that tells its day, or null without any
 * @param lastDay of every record that tells its day, or null without any
 * @param written how many records tell when they were written
 */
public record RecordCounts(
        long read,
        long loaded,
        long duplicate,
        Map<String, Long> rejected,
        Map<String, Long> excluded,
        Instant first,
        Instant last,
        LocalDate firstDay,
        LocalDate lastDay,
        long written) {

    /** Of a run that reads no records. */
    public static final RecordCounts NONE = new RecordCounts(0, 0, 0, Map.of(), Map.of(), null, null, null, null, 0);

    static RecordCounts of(Dataset<Row> records) {
        long loaded = 0;
        long duplicate = 0;
        Map<String, Long> rejected = new TreeMap<>();
        Map<String, Long> excluded = new TreeMap<>();
        Instant first = null;
        Instant last = null;
        SortedSet<LocalDate> days = new TreeSet<>();
        long written = 0;
        for (Row group : records.groupBy("disposition", "reason")
                .agg(
                        functions.count("*"),
                        functions.min("sent_at"),
                        functions.max("sent_at"),
                        functions.count("written_at"),
                        functions.expr("unix_date(min(day))"),
                        functions.expr("unix_date(max(day))"))
                .collectAsList()) {
            long count = group.getLong(2);
            written += group.getLong(5);
            if (!group.isNullAt(6)) {
                days.add(LocalDate.ofEpochDay(group.getInt(6)));
                days.add(LocalDate.ofEpochDay(group.getInt(7)));
            }
            switch (group.getString(0)) {
                case "loaded" -> {
                    loaded = count;
                    first = group.getTimestamp(3).toInstant();
                    last = group.getTimestamp(4).toInstant();
                }
                case "duplicate" -> duplicate = count;
                case "rejected" -> rejected.put(group.getString(1), count);
                case "excluded" -> excluded.put(group.getString(1), count);
                default -> throw new IllegalStateException("Cannot count the disposition " + group.getString(0) + ".");
            }
        }
        return new RecordCounts(
                loaded + duplicate + sum(rejected) + sum(excluded),
                loaded,
                duplicate,
                rejected,
                excluded,
                first,
                last,
                days.isEmpty() ? null : days.first(),
                days.isEmpty() ? null : days.last(),
                written);
    }

    public long rejectedRows() {
        return sum(rejected);
    }

    public long excludedRows() {
        return sum(excluded);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
