package com.recipechatbot.analytics.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which source a record belongs to: its folder's, or, in an export, that of the day of its message. A run over some days
 * may leave records of an export to the runs of other days.
 *
 * @param limits the days that count, by the id under which an export is read; those without an entry count whole
 */
public record SourceDays(boolean isByMessageDay, List<Source> reads, Map<String, SortedSet<LocalDate>> limits) {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    static SourceDays of(ConversationExport export) {
        return new SourceDays(export.isByMessageDay(), export.reads(), export.limits());
    }

    /** Adds the column {@code other_day}, and gives the other records the id of their source. */
    Dataset<Row> applyTo(Dataset<Row> records) {
        if (!isByMessageDay) {
            return records.withColumn("other_day", lit(false));
        }
        Column isOther = lit(false);
        for (Map.Entry<String, SortedSet<LocalDate>> limit : limits.entrySet()) {
            isOther = isOther.or(col("source_id")
                    .equalTo(limit.getKey())
                    .and(expr("NOT " + Days.condition("day", limit.getValue()))));
        }
        // Without a day it was rejected: it stays with the export.
        return records.withColumn("other_day", coalesce(isOther, lit(false)))
                .withColumn(
                        "source_id",
                        when(
                                        expr("day IS NOT NULL AND reason IS NULL"),
                                        regexp_replace(
                                                col("source_id"),
                                                lit(DAY),
                                                col("day").cast("string")))
                                .otherwise(col("source_id")));
    }

    /** SQL that is true for the rows of the sources that a run over these records replaces. */
    String condition() {
        List<String> ids = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (Source read : reads) {
            if (!isByMessageDay) {
                ids.add(read.id());
            } else if (limits.containsKey(read.id())) {
                limits.get(read.id())
                        .forEach(day -> ids.add(read.id().replace(read.day().toString(), day.toString())));
            } else {
                conditions.add(ofAnyDay(read));
            }
        }
        if (!ids.isEmpty()) {
            conditions.add(0, "source_id IN ('" + String.join("', '", ids) + "')");
        }
        return "(" + String.join(" OR ", conditions) + ")";
    }

    /** The same for rejected records, which have no day: all of an export are read again each time. */
    String conditionOfRejected() {
        if (!isByMessageDay) {
            return condition();
        }
        return "("
                + String.join(" OR ", reads.stream().map(SourceDays::ofAnyDay).toList()) + ")";
    }

    private static String ofAnyDay(Source read) {
        // An underscore stands for any character.
        return "source_id LIKE '%s'".formatted(read.id().replace(read.day().toString(), "____-__-__"));
    }
}
