package com.recipechatbot.analytics.job;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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
 */
record RecordCounts(
        long read,
        long loaded,
        long duplicate,
        Map<String, Long> rejected,
        Map<String, Long> excluded,
        Instant first,
        Instant last) {

    /** Of a run that reads no records. */
    static final RecordCounts NONE = new RecordCounts(0, 0, 0, Map.of(), Map.of(), null, null);

    static RecordCounts of(Dataset<Row> records) {
        long loaded = 0;
        long duplicate = 0;
        Map<String, Long> rejected = new TreeMap<>();
        Map<String, Long> excluded = new TreeMap<>();
        Instant first = null;
        Instant last = null;
        for (Row group : records.groupBy("disposition", "reason")
                .agg(functions.count("*"), functions.min("sent_at"), functions.max("sent_at"))
                .collectAsList()) {
            long count = group.getLong(2);
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
                loaded + duplicate + sum(rejected) + sum(excluded), loaded, duplicate, rejected, excluded, first, last);
    }

    long rejectedRows() {
        return sum(rejected);
    }

    long excludedRows() {
        return sum(excluded);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
