package com.recipechatbot.analytics.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The working tables of a lake: rows by source, and the conversations that their parts make up. */
final class WorkingTables {

    private final SparkSession spark;
    private final Lake lake;
    private final List<LocalDate> sourceDays;
    private final Object[] sources;
    private Dataset<Row> changedKeys;

    WorkingTables(SparkSession spark, Lake lake, List<Source> sources) {
        this.spark = spark;
        this.lake = lake;
        this.sourceDays = sources.stream().map(Source::day).toList();
        this.sources = sources.stream().map(Source::id).toArray();
    }

    /** Marks as duplicates what other sources have brought already; the same records when there is nothing to mark. */
    Dataset<Row> markKnown(Dataset<Row> facts, RecordCounts counts) {
        if (counts.loaded() == 0) {
            return facts;
        }
        Dataset<Row> known =
                ofOtherSources(MetricTable.MESSAGES).where(col("sent_at").between(counts.first(), counts.last()));
        if (known.isEmpty()) {
            return facts;
        }
        return SourceRecords.markKnown(facts, known).persist(StorageLevel.DISK_ONLY());
    }

    /**
     * The days that change when these records take the place of what the sources brought before: those of the
     * sources, even when empty, of the old and of the new messages, those on which their conversations start, and
     * those that were left unfinished or incomplete.
     */
    SortedSet<LocalDate> touchedDays(Dataset<Row> records, Collection<LocalDate> unfinished) {
        Dataset<Row> loaded = records.where("disposition = 'loaded'");
        Dataset<Row> before =
                read(MetricTable.CONVERSATION_PARTS).where(col("source_id").isin(sources));
        changedKeys = keys(loaded).union(keys(before));
        if (!unfinished.isEmpty()) {
            // The parts may be there already and the conversations not yet.
            changedKeys = changedKeys.union(
                    keys(read(MetricTable.CONVERSATION_PARTS).where(Days.condition("day", unfinished))));
        }
        changedKeys = changedKeys.distinct();

        Dataset<Row> incomplete = read(MetricTable.DAILY_METRICS).where("NOT is_complete");
        SortedSet<LocalDate> days = new TreeSet<>(sourceDays);
        days.addAll(unfinished);
        days.addAll(Days.of(loaded.select("day").union(before.select("day")).union(incomplete.select("day"))));
        days.addAll(Days.of(read(MetricTable.CONVERSATIONS).join(changedKeys, "conversation_key")));
        if (!days.isEmpty()) {
            days.addAll(Days.of(ofOtherSources(MetricTable.CONVERSATION_PARTS)
                    .where(col("day").geq(lit(days.first())))
                    .join(changedKeys, "conversation_key")));
        }
        return days;
    }

    void replaceSources(MetricTable table, Dataset<Row> records) {
        records.createOrReplaceTempView("records");
        String condition = "source_id IN ('"
                + String.join(
                        "', '", List.of(sources).stream().map(Object::toString).toList()) + "')";
        lake.replace(table.contract(), condition, spark.sql(table.query()));
    }

    /** Merges the conversations that start on these days from their parts, of whichever source and day. */
    void replaceConversations(SortedSet<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        Dataset<Row> keys = keys(read(MetricTable.CONVERSATIONS).where(Days.condition("day", days)))
                .union(changedKeys)
                .distinct();
        read(MetricTable.CONVERSATION_PARTS)
                .where(col("day").geq(lit(days.first())))
                .join(
                        keys,
                        scala.jdk.javaapi.CollectionConverters.asScala(List.of("conversation_key"))
                                .toSeq(),
                        "left_semi")
                .createOrReplaceTempView("conversation_parts");
        lake.replace(
                MetricTable.CONVERSATIONS.contract(),
                Days.condition("day", days),
                spark.sql(MetricTable.CONVERSATIONS.query()));
    }

    private Dataset<Row> ofOtherSources(MetricTable table) {
        Column other = sources.length == 0
                ? lit(true)
                : org.apache.spark.sql.functions.not(col("source_id").isin(sources));
        return read(table).where(other);
    }

    private Dataset<Row> read(MetricTable table) {
        return lake.read(table.contract());
    }

    private static Dataset<Row> keys(Dataset<Row> rows) {
        return rows.select("conversation_key");
    }
}
