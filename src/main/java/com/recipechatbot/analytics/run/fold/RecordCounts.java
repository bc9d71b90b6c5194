package com.recipechatbot.analytics.run.fold;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import com.recipechatbot.analytics.facts.Exclusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where every record of a run went.
 *
 * @param loads what was loaded, by source and day
 * @param rejections what was rejected, by source and reason
 * @param excluded by reason
 * @param times of the earliest and the latest loaded message, in microseconds; null without any
 * @param days on which a record lies, loaded or not: the first and the last one of each conversation at least
 * @param tellsWrites whether a record says when it was written
 * @param hasPlaceholders whether a loaded record names a user like {@code undefined}, who counts as unknown
 * @param changedDays why the messages of a day were superseded: {@code updated} or {@code withdrawn}
 * @param stale sources that hold messages that are not the last write any more
 */
public record RecordCounts(
        List<Loaded> loads,
        long duplicate,
        List<Rejected> rejections,
        Map<String, Long> excluded,
        Times times,
        SortedSet<LocalDate> days,
        boolean tellsWrites,
        boolean hasPlaceholders,
        Map<LocalDate, String> changedDays,
        List<String> stale) {

    /** Of a run that reads no records. */
    public static final RecordCounts NONE = new RecordCounts(
            List.of(), 0, List.of(), Map.of(), null, new TreeSet<>(), false, false, Map.of(), List.of());

    /** Why the usable records of a source that is refused are excluded. */
    private static final String REFUSED = "refused";

    /** Both in microseconds since the epoch. */
    public record Times(long first, long last) {}

    /**
     * @param source the place of the source among those of the run
     * @param messages of users and assistants among the records
     * @param texts the messages that have text
     */
    public record Loaded(int source, LocalDate day, long records, long messages, long texts) {}

    /** @param place the first of them: file, line and byte */
    public record Rejected(int source, String reason, long records, String place) {}

    /** @param counts rows of {@link CountRows} */
    static RecordCounts of(Dataset<Row> counts) {
        List<Loaded> loads = new ArrayList<>();
        long duplicate = 0;
        List<Rejected> rejections = new ArrayList<>();
        Map<String, Long> excluded = new TreeMap<>();
        Times times = null;
        SortedSet<LocalDate> days = new TreeSet<>();
        boolean tellsWrites = false;
        boolean hasPlaceholders = false;
        Map<LocalDate, String> changedDays = new TreeMap<>();
        List<String> stale = new ArrayList<>();
        for (Row group : counts.groupBy("disposition", "reason", "source", "day")
                .agg(
                        sum("records").as("records"),
                        sum("messages").as("messages"),
                        sum("texts").as("texts"),
                        min("first").as("first"),
                        max("last").as("last"),
                        collect_set("first_day").as("first_days"),
                        collect_set("last_day").as("last_days"),
                        expr("bool_or(tells_writes)").as("tells_writes"),
                        expr("bool_or(has_placeholder)").as("has_placeholder"),
                        min("place").as("place"))
                .collectAsList()) {
            long records = group.getAs("records");
            String reason = group.getAs("reason");
            tellsWrites |= group.<Boolean>getAs("tells_writes");
            hasPlaceholders |= group.<Boolean>getAs("has_placeholder");
            group.<Integer>getList(group.fieldIndex("first_days")).forEach(day -> days.add(LocalDate.ofEpochDay(day)));
            group.<Integer>getList(group.fieldIndex("last_days")).forEach(day -> days.add(LocalDate.ofEpochDay(day)));
            switch (group.<String>getAs("disposition")) {
                case CountRows.LOADED -> {
                    days.add(LocalDate.ofEpochDay(group.<Integer>getAs("day")));
                    loads.add(new Loaded(
                            group.getAs("source"),
                            LocalDate.ofEpochDay(group.<Integer>getAs("day")),
                            records,
                            group.getAs("messages"),
                            group.getAs("texts")));
                    long first = group.getAs("first");
                    long last = group.getAs("last");
                    times = times == null
                            ? new Times(first, last)
                            : new Times(Math.min(times.first, first), Math.max(times.last, last));
                }
                case CountRows.DUPLICATE -> duplicate += records;
                case CountRows.REJECTED ->
                    rejections.add(
                            new Rejected(group.getAs("source"), reason, records, place(group.<Row>getAs("place"))));
                case CountRows.EXCLUDED -> excluded.put(reason, records);
                // Of two reasons, the alphabetically later one: withdrawn.
                case CountRows.CHANGED ->
                    changedDays.merge(
                            LocalDate.ofEpochDay(group.<Integer>getAs("day")),
                            reason,
                            (one, other) -> one.compareTo(other) < 0 ? other : one);
                case CountRows.STALE -> stale.add(reason);
                default ->
                    throw new IllegalStateException("Cannot count the disposition " + group.getAs("disposition") + ".");
            }
        }
        stale.sort(null);
        return new RecordCounts(
                loads, duplicate, rejections, excluded, times, days, tellsWrites, hasPlaceholders, changedDays, stale);
    }

    /** In an array, the line is the number of the element. */
    private static String place(Row place) {
        Long line = place.getAs("line");
        return "%s, %sbyte %,d"
                .formatted(
                        place.getAs("file"),
                        line == null ? "" : "line or element %,d, ".formatted(line),
                        place.<Long>getAs("byte_offset"));
    }

    /**
     * These counts, and those of sources that were read but not used: what they reject stays rejected, all else is
     * excluded.
     *
     * @param all the counts of all sources
     * @param refused the places of the sources that were not used, among those of {@code all}
     */
    public RecordCounts with(RecordCounts all, Collection<Integer> refused) {
        List<Rejected> more = all.rejections.stream()
                .filter(rejected -> refused.contains(rejected.source))
                .toList();
        Map<String, Long> left = new TreeMap<>(excluded);
        long readable =
                all.read() - read() - more.stream().mapToLong(Rejected::records).sum();
        if (readable > 0) {
            left.put(REFUSED, readable);
        }
        return new RecordCounts(
                loads,
                duplicate,
                Stream.concat(rejections.stream(), more.stream()).toList(),
                left,
                times,
                days,
                tellsWrites,
                hasPlaceholders,
                changedDays,
                stale);
    }

    public long read() {
        return loaded() + duplicate + rejected() + excludedRecords();
    }

    public long loaded() {
        return loads.stream().mapToLong(Loaded::records).sum();
    }

    public long rejected() {
        return rejections.stream().mapToLong(Rejected::records).sum();
    }

    /** The share of unusable records among those not left out on purpose, in percent; 0 when nothing was read. */
    public double rejectedPercent() {
        long others = loaded()
                + Stream.of(Exclusion.OTHER_DAY.column(), REFUSED)
                        .mapToLong(reason -> excluded.getOrDefault(reason, 0L))
                        .sum();
        return rejected() == 0 ? 0 : 100.0 * rejected() / (rejected() + others);
    }

    public long excludedRecords() {
        return excluded.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Where a record was rejected first, by reason. */
    public Map<String, String> places() {
        return rejections.stream()
                .collect(Collectors.toMap(
                        Rejected::reason,
                        Rejected::place,
                        (one, other) -> one.compareTo(other) < 0 ? one : other,
                        TreeMap::new));
    }

    /** How many records were rejected, by reason. */
    public Map<String, Long> rejectedByReason() {
        return rejections.stream()
                .collect(Collectors.groupingBy(
                        Rejected::reason, TreeMap::new, Collectors.summingLong(Rejected::records)));
    }

    /** The days that have loaded messages. */
    public SortedSet<LocalDate> loadedDays() {
        return loads.stream().map(Loaded::day).collect(Collectors.toCollection(TreeSet::new));
    }
}
