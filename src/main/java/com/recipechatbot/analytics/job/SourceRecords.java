package com.recipechatbot.analytics.job;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The records of a run's sources as facts: redacted, pseudonymized and extracted before anything is written, each with
 * its disposition: loaded, duplicate, rejected or excluded. The view {@code records} of the working tables' queries.
 */
public final class SourceRecords {

    private SourceRecords() {}

    /** The facts of records that tell no write time, each of which belongs to the source of its file. */
    public static Dataset<Row> facts(
            Dataset<Row> read,
            Pseudonyms pseudonyms,
            Exclusions exclusions,
            LexiconTitles lexicon,
            boolean keepsText,
            Tasks tasks) {
        SourceDays days = new SourceDays(false, List.of(), Map.of());
        return facts(read, days, Optional.empty(), pseudonyms, exclusions, lexicon, keepsText, tasks);
    }

    /**
     * @param read one row a record, as the ingest reads it, raw text included
     * @param knownWrites rows of {@code item_writes} of other sources; empty where no write time is known
     * @return one row a record, without text and without ids
     */
    public static Dataset<Row> facts(
            Dataset<Row> read,
            SourceDays days,
            Optional<Dataset<Row>> knownWrites,
            Pseudonyms pseudonyms,
            Exclusions exclusions,
            LexiconTitles lexicon,
            boolean keepsText,
            Tasks tasks) {
        return read.withColumn("day", to_date(col("sent_at")))
                .transform(days::applyTo)
                .transform(records -> readMessages(records, lexicon, keepsText))
                .transform(records -> leaveOut(records, pseudonyms.shreddedMonths()))
                .transform(records -> pseudonymize(records, pseudonyms, exclusions))
                .transform(records -> tasks.byKey(records, "conversation_key"))
                .transform(exclusions::applyTo)
                .transform(records -> knownWrites
                        .map(known -> LastWrites.markSuperseded(records, known))
                        .orElseGet(() -> LastWrites.none(records)))
                .transform(SourceRecords::markDuplicates);
    }

    /** Redaction comes first: dishes are found in redacted text, and no other text leaves this step. */
    private static Dataset<Row> readMessages(Dataset<Row> records, LexiconTitles lexicon, boolean keepsText) {
        Column isLeftOut =
                col("other_day").or(col("opted_out")).or(col("change").isNotNull());
        return records.withColumn("hour", hour(col("sent_at")))
                .withColumn(
                        "image",
                        when(
                                col("written_at").isNotNull().and(not(isLeftOut)),
                                functions.xxhash64(col("user_id"), col("message"), col("metadata"))))
                // Nobody asks what it says.
                .withColumn("message", when(not(col("other_day")), col("message")))
                .withColumn("content", functions.xxhash64(col("message")))
                .withColumn(
                        "facts",
                        callUDF("message_facts", col("role"), col("message"), col("metadata"), lit(lexicon.lines())))
                .withColumn(
                        "text",
                        keepsText
                                ? callUDF("redact", col("message"))
                                : lit(null).cast("string"))
                .withColumn(
                        "disposition",
                        // An opt-out holds for a record that could not be used, too.
                        when(isLeftOut, "excluded")
                                .when(col("reason").isNotNull(), "rejected")
                                .otherwise("loaded"))
                .withColumn(
                        "reason",
                        when(col("other_day"), "other_day")
                                .when(col("change").isNotNull(), col("change"))
                                .when(col("opted_out"), "opted_out")
                                .otherwise(col("reason")))
                // Only of a rejected record its place is kept.
                .withColumn("file", when(expr("disposition = 'rejected'"), callUDF("redact", col("file"))))
                .withColumn("extractor_version", lit(lexicon.extractorVersion()))
                .drop("message", "metadata", "opted_out", "other_day", "change");
    }

    /** A late record of a shredded month must neither stop the run nor count as one that names no user. */
    private static Dataset<Row> leaveOut(Dataset<Row> records, Collection<YearMonth> shredded) {
        if (shredded.isEmpty()) {
            return records;
        }
        List<LocalDate> months = shredded.stream().map(month -> month.atDay(1)).toList();
        Column isLost = expr("user_id IS NOT NULL AND (%s OR %s)"
                .formatted(
                        Days.condition("trunc(day, 'MM')", months),
                        Days.condition("trunc(trunc(day, 'WEEK'), 'MM')", months)));
        return records.withColumn("is_lost", coalesce(isLost, lit(false)))
                .withColumn("user_id", when(expr("NOT is_lost"), col("user_id")))
                .withColumn(
                        "reason",
                        when(expr("is_lost AND disposition = 'loaded'"), "key_shredded")
                                .otherwise(col("reason")))
                .withColumn(
                        "disposition",
                        when(expr("is_lost AND disposition = 'loaded'"), "excluded")
                                .otherwise(col("disposition")))
                .drop("is_lost");
    }

    private static Dataset<Row> pseudonymize(Dataset<Row> records, Pseudonyms pseudonyms, Exclusions exclusions) {
        Column keys = PseudonymColumns.of(pseudonyms);
        Column recordKey = PseudonymColumns.ofRecord(pseudonyms);
        return records.withColumn("keys", keys)
                .withColumn("record_key", recordKey)
                .withColumn(
                        "sealed_record",
                        when(expr("disposition = 'rejected'"), PseudonymColumns.ofSealedRecord(pseudonyms)))
                .select(
                        col("source_id"),
                        col("disposition"),
                        col("reason"),
                        col("file"),
                        col("line"),
                        col("byte_offset"),
                        col("byte_length"),
                        col("record_key"),
                        col("sealed_record"),
                        exclusions
                                .reason(pseudonyms, col("keys.conversation_key"), col("record_key"))
                                .as("exclusion"),
                        // Rejected records have no conversation: their own key spreads them over the tasks.
                        coalesce(col("keys.conversation_key"), col("record_key"))
                                .as("conversation_key"),
                        col("keys.user_day_key"),
                        col("keys.activity_key"),
                        col("keys.message_key"),
                        col("keys.conversation_week_key"),
                        col("keys.user_week_key"),
                        col("keys.image_key"),
                        col("written_at"),
                        col("sequence"),
                        col("sent_at"),
                        col("day"),
                        col("hour"),
                        col("role"),
                        col("facts.recipes"),
                        col("facts.tools"),
                        col("facts.features"),
                        col("facts.evidence"),
                        col("facts.turn"),
                        col("text"),
                        col("facts.redactions"),
                        col("facts.message_truncated"),
                        col("extractor_version"));
    }

    /**
     * Of equal records the one with the smallest user key stays, of these the one whose metadata tells most, so that the
     * order of the input does not matter. Records that are equal in all of the order leave the same rows, whichever stays.
     */
    private static Dataset<Row> markDuplicates(Dataset<Row> records) {
        Column copy = functions
                .row_number()
                .over(Window.partitionBy("conversation_key", "disposition", "sent_at", "role", "message_key")
                        .orderBy(
                                col("user_day_key").asc_nulls_last(),
                                col("turn").desc(),
                                col("tools").desc(),
                                col("source_id"),
                                col("written_at"),
                                col("image_key")));
        return records.withColumn("copy", copy)
                .withColumn(
                        "disposition",
                        when(expr("disposition = 'loaded' AND copy > 1"), "duplicate")
                                .otherwise(col("disposition")))
                .drop("copy");
    }

    /** Marks what another source has brought already: same conversation, time, role and message. */
    static Dataset<Row> markKnown(Dataset<Row> records, Dataset<Row> known) {
        Column[] key = {col("conversation_key"), col("sent_at"), col("role"), col("message_key")};
        Dataset<Row> seen = known.select(key).distinct().withColumn("seen", lit(true));
        return records.join(
                        seen,
                        scala.jdk.javaapi.CollectionConverters.asScala(
                                        List.of("conversation_key", "sent_at", "role", "message_key"))
                                .toSeq(),
                        "left")
                .withColumn(
                        "disposition",
                        when(expr("disposition = 'loaded' AND seen"), "duplicate")
                                .otherwise(col("disposition")))
                .drop("seen");
    }
}
