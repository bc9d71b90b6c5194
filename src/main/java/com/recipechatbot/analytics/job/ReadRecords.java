package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.lake.Lake;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * What a run reads of its input. An export that changes messages of another one lying beside it reads that one as well,
 * so that the rows of both can be replaced.
 *
 * @param export what was read; empty when it were records that the lake had kept
 * @param facts one row a record, stored
 * @param stale sources of the lake that hold messages which were changed or withdrawn here, and cannot be read from here
 */
public record ReadRecords(
        Optional<ConversationExport> export,
        WorkingTables working,
        Dataset<Row> facts,
        RecordCounts counts,
        List<String> stale) {

    /** How records become facts: told the days of their sources and, where write times matter, the writes known so far. */
    public interface Facts {
        Dataset<Row> of(Dataset<Row> records, SourceDays days, Optional<Dataset<Row>> knownWrites);
    }

    public static ReadRecords of(SparkSession spark, Lake lake, ConversationExport input, Facts facts) {
        ReadRecords read = once(spark, lake, input, facts);
        Optional<ConversationExport> more = read.stale().isEmpty() ? Optional.empty() : input.with(read.stale());
        if (more.isEmpty()) {
            return read;
        }
        read.facts().unpersist();
        return once(spark, lake, more.get(), facts);
    }

    private static ReadRecords once(SparkSession spark, Lake lake, ConversationExport export, Facts facts) {
        return of(spark, lake, Optional.of(export), export.records(spark), SourceDays.of(export), facts);
    }

    /** Of records that lie somewhere else than in an input. */
    public static ReadRecords of(SparkSession spark, Lake lake, Dataset<Row> records, SourceDays days, Facts facts) {
        return of(spark, lake, Optional.empty(), records, days, facts);
    }

    private static ReadRecords of(
            SparkSession spark,
            Lake lake,
            Optional<ConversationExport> export,
            Dataset<Row> rows,
            SourceDays days,
            Facts facts) {
        WorkingTables working = new WorkingTables(spark, lake, days);
        Function<Optional<Dataset<Row>>, Dataset<Row>> read =
                writes -> facts.of(rows, days, writes).persist(StorageLevel.DISK_ONLY());
        // Day folders hold no write times, and most lakes have seen nothing else.
        boolean mindsWrites = days.isByMessageDay() || working.knowsWrites();
        Dataset<Row> records = read.apply(mindsWrites ? Optional.of(working.knownWrites()) : Optional.empty());
        RecordCounts counts = RecordCounts.of(records);
        if (!mindsWrites && counts.written() > 0) {
            records.unpersist();
            records = read.apply(Optional.of(working.knownWrites()));
            counts = RecordCounts.of(records);
        }
        List<String> stale = counts.written() == 0 ? List.of() : working.sourcesChangedBy(records);
        return new ReadRecords(export, working, records, counts, stale);
    }
}
