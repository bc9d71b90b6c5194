package com.recipechatbot.analytics.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The working tables of a lake: rows by source, and the conversations that their parts make up. */
final class WorkingTables {

    private final SparkSession spark;
    private final Lake lake;
    private final SourceDays sources;
    private final ClosedDays closed;

    /** @param sources whose rows are to be replaced */
    WorkingTables(SparkSession spark, Lake lake, SourceDays sources) {
        this.spark = spark;
        this.lake = lake;
        this.sources = sources;
        this.closed = ClosedDays.of(lake);
    }

    /**
     * What a run changes.
     *
     * @param days to be rebuilt
     * @param earliest the first day that a conversation on them may have parts of; null without days
     * @param conversations the keys of those that gain or lose messages: column {@code conversation_key}
     */
    record Change(SortedSet<LocalDate> days, LocalDate earliest, Dataset<Row> conversations) {}

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

    /** Whether an export has ever told when something was written. */
    boolean knowsWrites() {
        return lake.exists(MetricTable.ITEM_WRITES.contract());
    }

    Dataset<Row> knownWrites() {
        return ofOtherSources(MetricTable.ITEM_WRITES);
    }

    /** The other sources with messages that these records change or withdraw. */
    List<String> sourcesChangedBy(Dataset<Row> records) {
        return LastWrites.sourcesChangedBy(records, ofOtherSources(MetricTable.MESSAGES), knownWrites());
    }

    /**
     * What changes when these records take the place of what the sources brought before. Its days are those of the
     * sources, even when empty, of the old and of the new messages, those on which their conversations start, and
     * those that were left unfinished or incomplete; never a closed one.
     */
    Change change(Dataset<Row> records, Collection<LocalDate> sourceDays, Collection<LocalDate> unfinished) {
        Dataset<Row> loaded = records.where("disposition = 'loaded'");
        Dataset<Row> before = read(MetricTable.CONVERSATION_PARTS).where(sources.condition());
        Dataset<Row> changed = keys(loaded).union(keys(before));
        if (!unfinished.isEmpty()) {
            // The parts may be there already and the conversations not yet.
            changed =
                    changed.union(keys(read(MetricTable.CONVERSATION_PARTS).where(Days.condition("day", unfinished))));
        }
        Dataset<Row> conversations = changed.distinct();

        Dataset<Row> incomplete = read(MetricTable.DAILY_METRICS).where("NOT is_complete");
        SortedSet<LocalDate> days = new TreeSet<>(sourceDays);
        days.addAll(unfinished);
        days.addAll(Days.of(loaded.select("day").union(before.select("day")).union(incomplete.select("day"))));
        days.addAll(Days.of(read(MetricTable.CONVERSATIONS).join(conversations, "conversation_key")));
        if (!days.isEmpty()) {
            days.addAll(Days.of(ofOtherSources(MetricTable.CONVERSATION_PARTS)
                    .where(col("day").geq(lit(days.first())))
                    .join(conversations, "conversation_key")));
        }
        LocalDate earliest = days.isEmpty() ? null : days.first();
        closed.removeFrom(days);
        return new Change(days, earliest, conversations);
    }

    /** The texts only when they are to be kept, the writes only when there are any, or when kept ones are to be replaced. */
    List<MetricTable> replacedBySource(boolean keepsText, boolean hasWrites) {
        return MetricTable.replaced(MetricTable.Replaced.BY_SOURCE).stream()
                .filter(table -> switch (table) {
                    case MESSAGE_TEXTS -> keepsText || lake.exists(table.contract());
                    case ITEM_WRITES -> hasWrites || lake.exists(table.contract());
                    default -> true;
                })
                .toList();
    }

    void replaceSources(MetricTable table, Dataset<Row> records) {
        records.createOrReplaceTempView("records");
        String condition = table == MetricTable.REJECTED_RECORDS ? sources.conditionOfRejected() : sources.condition();
        boolean hasDays = table.contract().has("day");
        lake.replace(table.contract(), hasDays ? closed.spare(condition) : condition, spark.sql(table.query()));
    }

    /** Merges the conversations that start on the changed days from their parts, of whichever source and day. */
    void replaceConversations(Change change) {
        if (change.days().isEmpty()) {
            return;
        }
        String onTheDays = Days.condition("day", change.days());
        Dataset<Row> keys = keys(read(MetricTable.CONVERSATIONS).where(onTheDays))
                .union(change.conversations())
                .distinct();
        Dataset<Row> parts =
                read(MetricTable.CONVERSATION_PARTS).where(col("day").geq(lit(change.earliest())));
        parts.join(keys, parts.col("conversation_key").equalTo(keys.col("conversation_key")), "left_semi")
                .createOrReplaceTempView("conversation_parts");
        // A conversation that goes on may have begun on a closed day.
        Dataset<Row> merged = spark.sql(MetricTable.CONVERSATIONS.query()).where(onTheDays);
        lake.replace(MetricTable.CONVERSATIONS.contract(), onTheDays, merged);
    }

    private Dataset<Row> ofOtherSources(MetricTable table) {
        return read(table).where("NOT " + sources.condition());
    }

    private Dataset<Row> read(MetricTable table) {
        return lake.read(table.contract());
    }

    private static Dataset<Row> keys(Dataset<Row> rows) {
        return rows.select("conversation_key");
    }
}
