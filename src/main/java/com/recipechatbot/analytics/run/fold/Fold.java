package com.recipechatbot.analytics.run.fold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.time.ZoneId;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The steps from records to facts, each a query over the facts of the one before: one binary column, {@code facts}. */
public final class Fold {

    private static final Column FACTS = col("facts");

    /** The key of the conversation, 16 bytes of the header. */
    private static final Column CONVERSATION = expr("substring(facts, 21, 16)");

    private Fold() {}

    /** Facts of one record each. Redaction comes first: no text leaves this step but masked ones that are to be kept. */
    public static Dataset<Row> records(Dataset<Row> records, FoldRules rules) {
        Column record =
                struct(Arrays.stream(records.columns()).map(name -> col(name)).toArray(Column[]::new));
        return records.select(FunctionColumns.call(new RecordFactsFunction(rules, records.schema()), record)
                .as("facts"));
    }

    /** Facts of rows of {@code conversation_parts}. */
    public static Dataset<Row> knownParts(Dataset<Row> parts, Pseudonyms pseudonyms) {
        Column part = struct(
                Arrays.stream(KnownPartFunction.COLUMNS).map(name -> col(name)).toArray(Column[]::new));
        return parts.select(
                FunctionColumns.call(new KnownPartFunction(pseudonyms), part).as("facts"));
    }

    /** Facts of rows of {@code item_writes}. */
    public static Dataset<Row> knownWrites(Dataset<Row> writes) {
        Column write =
                struct(Arrays.stream(writes.columns()).map(name -> col(name)).toArray(Column[]::new));
        return writes.select(
                FunctionColumns.call(new KnownWriteFunction(), write).as("facts"));
    }

    /** All facts of a conversation together. */
    public static Dataset<Row> merge(Dataset<Row> facts) {
        return facts.groupBy(CONVERSATION.as("conversation"))
                .agg(FunctionColumns.call(new MergeFactsFunction(), FACTS).as("facts"))
                .select(FACTS);
    }

    /** Which records are loaded. */
    public static Dataset<Row> settle(Dataset<Row> merged, ZoneId zone) {
        return merged.select(
                FunctionColumns.call(new SettleFunction(zone), FACTS).as("facts"));
    }

    /** Where the records went; a row for each disposition, reason and day. */
    public static RecordCounts count(Dataset<Row> settled, ZoneId zone) {
        return RecordCounts.of(rows(settled, new CountRows(zone)));
    }

    /** The conversations that have messages: column {@code conversation_key}. */
    public static Dataset<Row> conversationKeys(Dataset<Row> settled) {
        return rows(settled, new ConversationKeys());
    }

    /** The view {@code merged_conversations}, of settled facts and known parts that may be about the same conversations. */
    public static Dataset<Row> mergedConversations(Dataset<Row> facts, ZoneId zone) {
        Dataset<Row> inOrder = merge(facts)
                .select(FunctionColumns.call(new InOrderFunction(), FACTS).as("facts"));
        return rows(inOrder, new ConversationRows(zone));
    }

    /** The same of settled facts alone. */
    public static Dataset<Row> conversations(Dataset<Row> settled, ZoneId zone) {
        return rows(settled, new ConversationRows(zone));
    }

    public static Dataset<Row> parts(Dataset<Row> settled, FoldRules rules) {
        return rows(settled, new PartRows(rules));
    }

    /**
     * A row for each user and day with a message, and one for each feature that they use, under a key of its own. In the order
     * of these keys: in that of the conversations, a row's place would reveal whose it is.
     */
    public static Dataset<Row> activity(Dataset<Row> settled, FoldRules rules) {
        return activityOf(rows(settled, new ActivityRows(rules)), rules.pseudonyms());
    }

    /** The same of rows of {@code conversation_parts}. */
    public static Dataset<Row> activityOfParts(Dataset<Row> parts, Pseudonyms pseudonyms) {
        Column key = FunctionColumns.call(
                new OpenActivityFunction(pseudonyms), col("day"), col("user_day_key"), col("user_seal"));
        Dataset<Row> uses = parts.selectExpr(
                        "source_id", "day", "user_day_keys", "user_seals", "explode(turns) AS turn")
                .where("turn.user IS NOT NULL")
                .selectExpr(
                        "source_id",
                        "day",
                        "user_day_keys[turn.user] AS user_day_key",
                        "user_seals[turn.user] AS user_seal",
                        "turn.role = 'user' AS is_active",
                        "turn.features AS features")
                .withColumn("activity_key", key);
        return activityOf(uses, pseudonyms);
    }

    private static Dataset<Row> activityOf(Dataset<Row> uses, Pseudonyms pseudonyms) {
        Column featureKey =
                FunctionColumns.call(new FeatureKeyFunction(pseudonyms), col("activity_key"), col("feature"));
        return uses.groupBy("source_id", "activity_key", "day")
                .agg(
                        expr("bool_or(is_active)").as("is_active"),
                        expr("bit_or(features)").as("features"))
                .withColumn("activity_key", FunctionColumns.call(new KeyTextFunction("a_"), col("activity_key")))
                .withColumn(
                        "feature",
                        expr("explode(concat(if(is_active, array(NULL), array()), feature_names(features)))"))
                .withColumn("feature_key", when(col("feature").isNotNull(), featureKey))
                .withColumn("activity_key", expr("if(feature IS NULL OR NOT is_active, activity_key, NULL)"))
                .repartition(coalesce(col("feature_key"), col("activity_key")))
                .sortWithinPartitions(col("source_id"), coalesce(col("feature_key"), col("activity_key")), col("day"))
                .select("activity_key", "feature_key", "day", "feature", "source_id");
    }

    public static Dataset<Row> writes(Dataset<Row> settled, FoldRules rules) {
        return rows(settled, new WriteRows(rules));
    }

    public static Dataset<Row> texts(Dataset<Row> settled, FoldRules rules) {
        return rows(settled, new TextRows(rules));
    }

    public static Dataset<Row> rejected(Dataset<Row> settled, FoldRules rules) {
        return rows(settled, new RejectedRows(rules));
    }

    private static Dataset<Row> rows(Dataset<Row> facts, FactsRows rows) {
        return facts.select(inline(FunctionColumns.call(new RowsFunction(rows), FACTS)));
    }
}
