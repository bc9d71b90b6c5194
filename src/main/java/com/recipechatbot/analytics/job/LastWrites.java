package com.recipechatbot.analytics.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Of the writes to an item, told by conversation and time, the last one counts, in whichever export and order they come.
 * What a record without a write time says is older than any write.
 */
final class LastWrites {

    private static final List<String> ITEM = List.of("conversation_key", "sent_at");

    /** A delete and an opt-out leave no image: whatever was there before is withdrawn. */
    private static final Column WRITE = expr("""
            CASE WHEN written_at IS NOT NULL AND conversation_key IS NOT NULL
                AND (disposition = 'loaded' OR reason IN ('deleted', 'opted_out'))
              THEN named_struct('written_at', written_at, 'sequence', sequence, 'image_key', image_key,
                'message_key', CASE WHEN image_key IS NOT NULL THEN message_key END)
            END""");

    private LastWrites() {}

    /** Instead of {@link #markSuperseded} where no write time is known. */
    static Dataset<Row> none(Dataset<Row> records) {
        return records.withColumn(
                "last_write",
                lit(null)
                        .cast(
                                "STRUCT<written_at: TIMESTAMP, sequence: STRING, image_key: BIGINT, message_key: BIGINT>"));
    }

    /**
     * Excludes the messages that are not the last that was written, and adds the column {@code last_write}.
     *
     * @param records before duplicates are marked
     * @param known rows of {@code item_writes} of other sources
     */
    static Dataset<Row> markSuperseded(Dataset<Row> records, Dataset<Row> known) {
        Dataset<Row> knownLast = known.groupBy("conversation_key", "sent_at")
                .agg(max(expr(
                                "named_struct('written_at', written_at, 'sequence', sequence, 'image_key', image_key, 'message_key', message_key)"))
                        .as("known_write"));
        Column own = max(WRITE).over(Window.partitionBy("conversation_key", "sent_at"));
        Column isLast = when(col("written_at").isNull(), col("message_key").eqNullSafe(col("last_write.message_key")))
                .otherwise(col("image_key").eqNullSafe(col("last_write.image_key")));
        Column isSuperseded = col("disposition")
                .equalTo("loaded")
                .and(col("last_write").isNotNull())
                .and(isLast.unary_$bang());
        return records.join(knownLast, CollectionConverters.asScala(ITEM).toSeq(), "left")
                .withColumn("last_write", greatest(own, col("known_write")))
                .withColumn("is_superseded", isSuperseded)
                .withColumn("reason", when(col("is_superseded"), "superseded").otherwise(col("reason")))
                .withColumn(
                        "disposition", when(col("is_superseded"), "excluded").otherwise(col("disposition")))
                .drop("known_write", "is_superseded");
    }

    /**
     * The sources of messages that are not the last write any more: these have to be read again.
     *
     * @param records with the column {@code last_write}
     * @param messages rows of {@code messages} of other sources
     * @param writes rows of {@code item_writes} of other sources
     */
    static List<String> sourcesChangedBy(Dataset<Row> records, Dataset<Row> messages, Dataset<Row> writes) {
        Dataset<Row> last = records.where("last_write IS NOT NULL AND written_at IS NOT NULL")
                .select("conversation_key", "sent_at", "last_write")
                .distinct();
        Dataset<Row> images = writes.where("is_loaded")
                .select(col("conversation_key"), col("sent_at"), col("source_id"), col("image_key"));
        return messages.join(last, CollectionConverters.asScala(ITEM).toSeq())
                .join(
                        images,
                        CollectionConverters.asScala(List.of("conversation_key", "sent_at", "source_id"))
                                .toSeq(),
                        "left")
                .where(coalesce(
                                col("image_key").equalTo(col("last_write.image_key")),
                                // One that tells no write time is left alone where it says the same.
                                col("image_key")
                                        .isNull()
                                        .and(col("message_key").eqNullSafe(col("last_write.message_key"))),
                                lit(false))
                        .unary_$bang())
                .select("source_id")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
    }
}
