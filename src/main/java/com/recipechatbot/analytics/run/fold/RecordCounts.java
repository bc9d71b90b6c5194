package com.recipechatbot.analytics.run.fold;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * @param times of the earliest and the latest loaded message, in microseconds; null without any
 * @param loadedDays the days that have loaded messages
 * @param firstDay of every record that names its day, or null without any
 * @param lastDay of every record that names its day, or null without any
 * @param tellsWrites whether a record says when it was written
 * @param changedDays why the messages of a day were superseded: {@code updated} or {@code withdrawn}
 * @param stale sources that hold messages that are not the last write any more
 */
public record RecordCounts(
        long read,
        long loaded,
        long duplicate,
        Map<String, Long> rejected,
        Map<String, Long> excluded,
        Times times,
        SortedSet<LocalDate> loadedDays,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean tellsWrites,
        Map<LocalDate, String> changedDays,
        List<String> stale) {

    /** Of a run that reads no records. */
    public static final RecordCounts NONE = new RecordCounts(
            0, 0, 0, Map.of(), Map.of(), null, new TreeSet<>(), null, null, false, Map.of(), List.of());

    /** Both in microseconds since the epoch. */
    public record Times(long first, long last) {}

    /** @param counts rows of {@link CountRows} */
    static RecordCounts of(Dataset<Row> counts) {
        long loaded = 0;
        long duplicate = 0;
        Map<String, Long> rejected = new TreeMap<>();
        Map<String, Long> excluded = new TreeMap<>();
        Times times = null;
        SortedSet<LocalDate> loadedDays = new TreeSet<>();
        SortedSet<LocalDate> days = new TreeSet<>();
        boolean tellsWrites = false;
        Map<LocalDate, String> changedDays = new TreeMap<>();
        List<String> stale = new ArrayList<>();
        for (Row group : counts.groupBy("disposition", "reason", "day")
                .agg(
                        functions.sum("records"),
                        min("first"),
                        max("last"),
                        min("first_day"),
                        max("last_day"),
                        expr("bool_or(tells_writes)"))
                .collectAsList()) {
            long count = group.getLong(3);
            String reason = group.getString(1);
            tellsWrites |= group.getBoolean(8);
            if (!group.isNullAt(6)) {
                days.add(LocalDate.ofEpochDay(group.getInt(6)));
                days.add(LocalDate.ofEpochDay(group.getInt(7)));
            }
            switch (group.getString(0)) {
                case CountRows.LOADED -> {
                    loaded += count;
                    loadedDays.add(LocalDate.ofEpochDay(group.getInt(2)));
                    times = new Times(
                            times == null ? group.getLong(4) : Math.min(times.first, group.getLong(4)),
                            times == null ? group.getLong(5) : Math.max(times.last, group.getLong(5)));
                }
                case CountRows.DUPLICATE -> duplicate += count;
                case CountRows.REJECTED -> rejected.put(reason, count);
                case CountRows.EXCLUDED -> excluded.put(reason, count);
                // Of two reasons the later by alphabet: withdrawn.
                case CountRows.CHANGED ->
                    changedDays.merge(
                            LocalDate.ofEpochDay(group.getInt(2)),
                            reason,
                            (one, other) -> one.compareTo(other) < 0 ? other : one);
                case CountRows.STALE -> stale.add(reason);
                default -> throw new IllegalStateException("Cannot count the disposition " + group.getString(0) + ".");
            }
        }
        stale.sort(null);
        return new RecordCounts(
                loaded + duplicate + sum(rejected) + sum(excluded),
                loaded,
                duplicate,
                rejected,
                excluded,
                times,
                loadedDays,
                days.isEmpty() ? null : days.first(),
                days.isEmpty() ? null : days.last(),
                tellsWrites,
                changedDays,
                stale);
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
