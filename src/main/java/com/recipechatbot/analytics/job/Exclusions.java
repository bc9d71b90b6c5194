package com.recipechatbot.analytics.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which records a run leaves out: those of erased users and of users it is told to leave out, with every conversation
 * that names one, and those of days whose rows have expired.
 *
 * @param erased tombstones of users, conversations and rejected records
 * @param unwanted tombstones of users
 * @param expiredBefore null when nothing has expired yet
 */
public record Exclusions(Set<String> erased, Set<String> unwanted, LocalDate expiredBefore) implements Serializable {

    static final Exclusions NONE = new Exclusions(Set.of(), Set.of(), null);

    // In this order: of a conversation with both, the first is the reason.
    private static final String ERASED = "erased";
    private static final String UNWANTED = "excluded_user";
    private static final String EXPIRED = "expired";

    public static Exclusions of(Lake lake, Pseudonyms pseudonyms, Collection<String> unwantedUsers) {
        return new Exclusions(
                Tombstones.read(lake),
                unwantedUsers.stream().map(pseudonyms::tombstone).collect(Collectors.toCollection(HashSet::new)),
                lake.expiredBefore().orElse(null));
    }

    /** Why a record is left out by its own user_id, conversation key or record key; null when it is not. */
    Column reason(Pseudonyms pseudonyms, Column conversationKey, Column recordKey) {
        if (namesNobody()) {
            return lit(null).cast(DataTypes.StringType);
        }
        UDF3<String, String, String, String> reason = (user, conversation, record) -> {
            String tombstone = user == null ? null : pseudonyms.tombstone(user);
            if (isErased(tombstone)
                    || isErased(conversation == null ? null : pseudonyms.tombstoneOf(conversation))
                    || isErased(record == null ? null : pseudonyms.tombstoneOf(record))) {
                return ERASED;
            }
            return tombstone != null && unwanted.contains(tombstone) ? UNWANTED : null;
        };
        return functions.udf(reason, DataTypes.StringType).apply(col("user_id"), conversationKey, recordKey);
    }

    /**
     * Gives the records their last disposition but for duplicates. Whoever was erased leaves nothing behind, so this
     * goes before an opt-out and before a rejection.
     *
     * @param records with the column {@code exclusion}; those of a conversation together
     */
    Dataset<Row> applyTo(Dataset<Row> records) {
        if (namesNobody() && expiredBefore == null) {
            return records.drop("exclusion");
        }
        // The answers to a user need not bear the user's id.
        Column exclusion =
                namesNobody() ? col("exclusion") : min("exclusion").over(Window.partitionBy("conversation_key"));
        Column isExpired = expiredBefore == null
                ? lit(false)
                : col("disposition").equalTo("loaded").and(col("day").lt(lit(expiredBefore)));
        return records.withColumn("exclusion", coalesce(exclusion, when(isExpired, EXPIRED)))
                .withColumn("reason", coalesce(col("exclusion"), col("reason")))
                .withColumn(
                        "disposition",
                        when(col("exclusion").isNotNull(), "excluded").otherwise(col("disposition")))
                .drop("exclusion");
    }

    private boolean isErased(String tombstone) {
        return tombstone != null && erased.contains(tombstone);
    }

    private boolean namesNobody() {
        return erased.isEmpty() && unwanted.isEmpty();
    }
}
