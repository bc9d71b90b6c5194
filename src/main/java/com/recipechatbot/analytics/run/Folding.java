package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.Rejections;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.fold.Exclusions;
import com.recipechatbot.analytics.run.fold.Fold;
import com.recipechatbot.analytics.run.fold.FoldRules;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Reads records into settled facts: one read, one shuffle, one merge with what the lake knows from other sources. */
public record Folding(
        SparkSession spark,
        Lake lake,
        Pseudonyms pseudonyms,
        Exclusions exclusions,
        LexiconTitles lexicon,
        boolean keepsText,
        FieldMapping mapping,
        Tasks tasks) {

    /**
     * What was read.
     *
     * @param export what was read; empty for records that the lake had kept
     * @param facts settled, one row for each conversation or rejected record, stored
     */
    public record Folded(
            Optional<ConversationExport> export,
            FoldRules rules,
            WorkingTables working,
            Dataset<Row> facts,
            RecordCounts counts) {

        void release() {
            facts.unpersist();
        }
    }

    /**
     * The records of an export. If it changes messages of another export beside it, that one is read as well, so that the
     * rows of both can be replaced.
     *
     * @throws DamagedInputException when it is a stream without messages
     */
    Folded read(ConversationExport export) {
        Folded folded = once(export);
        Rejections.refuseStreams(folded.counts().places());
        if (folded.counts().stale().isEmpty()) {
            return folded;
        }
        Optional<ConversationExport> more = export.with(folded.counts().stale());
        if (more.isEmpty()) {
            return folded;
        }
        folded.release();
        return once(more.get());
    }

    private Folded once(ConversationExport export) {
        return fold(Optional.of(export), export.records(spark, mapping), SourceDays.of(export));
    }

    /** Records that are not in an input. */
    public Folded read(Dataset<Row> records, SourceDays sources) {
        return fold(Optional.empty(), records, sources);
    }

    private Folded fold(Optional<ConversationExport> export, Dataset<Row> records, SourceDays sources) {
        FoldRules rules = rules(sources);
        WorkingTables working = new WorkingTables(lake, sources, pseudonyms);
        Dataset<Row> merged = tasks.merge(Fold.records(records, rules));
        Dataset<Row> settled;
        if (working.knowsOthers()) {
            merged.persist(StorageLevel.DISK_ONLY());
            RecordCounts read = Fold.count(merged, lake.zone());
            Dataset<Row> known = working.known(read);
            settled = Fold.settle(tasks.merge(merged.union(known)), lake.zone());
        } else {
            settled = Fold.settle(merged, lake.zone());
        }
        settled.persist(StorageLevel.DISK_ONLY());
        RecordCounts counts = Fold.count(settled, lake.zone());
        merged.unpersist();
        return new Folded(export, rules, working, settled, counts);
    }

    private FoldRules rules(SourceDays sources) {
        return new FoldRules(
                sources.reads(),
                sources.isByMessageDay(),
                sources.limits(),
                lake.zone(),
                pseudonyms,
                exclusions,
                lexicon.lines(),
                lake.settings().tools(),
                lexicon.extractorVersion(pseudonyms),
                keepsText);
    }
}
