package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.extraction.metadata.ModelNames;
import com.recipechatbot.analytics.extraction.metadata.ToolNames;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.metrics.Query;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.fold.Exclusions;
import com.recipechatbot.analytics.run.fold.Fold;
import com.recipechatbot.analytics.run.fold.FoldRules;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import java.sql.Date;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables of one export, by the same steps and queries as in a job, but without writing any of them. */
final class MetricCaseTables {

    private static final Set<MetricTable> READ_BY_PERIODS = EnumSet.of(
            MetricTable.DAILY_METRICS, MetricTable.DAILY_RECIPES, MetricTable.DAILY_TOOLS, MetricTable.USER_WEEK_ITEMS);

    private final SparkSession spark;
    private final Pseudonyms pseudonyms;
    private final ZoneId zone;
    private final Inputs inputs;

    MetricCaseTables(SparkSession spark, Pseudonyms pseudonyms, ZoneId zone) {
        this.spark = spark;
        this.pseudonyms = pseudonyms;
        this.zone = zone;
        this.inputs = new Inputs(spark);
    }

    /** Before the first run nothing is published. */
    void publishNothing() {
        StructType columns =
                StructType.fromDDL(MetricTable.DAILY_METRICS.contract().schemaDdl());
        inputs.with("previous_daily_metrics", spark.createDataFrame(List.of(), columns));
    }

    /** Lets the days that are computed now be what the next run finds. */
    void publishDays() {
        keep(inputs.rows("daily_metrics"), "previous_daily_metrics");
    }

    /** The rows of a table or view. */
    Dataset<Row> rows(String name) {
        return inputs.rows(name);
    }

    /** Computes the tables of an export; most when they are read. */
    void create(ConversationExport export, int minUsers, List<String> tools) {
        SourceDays sources = SourceDays.of(export);
        FoldRules rules = new FoldRules(
                sources.reads(),
                sources.isByMessageDay(),
                sources.limits(),
                zone,
                pseudonyms,
                Exclusions.NONE,
                null,
                tools,
                "1",
                true);
        Dataset<Row> facts =
                Fold.settle(Fold.merge(Fold.records(export.records(spark, FieldMapping.NONE), rules)), zone);
        facts = spark.createDataFrame(facts.collectAsList(), facts.schema());
        RecordCounts counts = Fold.count(facts, zone);
        keep(Fold.parts(facts, rules), "conversation_parts");
        inputs.with("message_texts", Fold.texts(facts, rules))
                .with("item_writes", Fold.writes(facts, rules))
                .with("rejected_records", Fold.rejected(facts, rules))
                .with("user_activity", Fold.activity(facts, rules))
                .with("merged_conversations", Fold.conversations(facts, zone))
                .with(
                        "settings",
                        spark.sql(
                                "SELECT %d AS min_users, array('%s') AS listed_tools, array('%s') AS listed_models, '1' AS extractor_version, 'daily-metrics' AS job, 'this run' AS run_id"
                                        .formatted(
                                                minUsers,
                                                String.join("', '", ToolNames.listed(tools)),
                                                String.join("', '", ModelNames.listed()))))
                .with(
                        "sources",
                        spark.createDataFrame(
                                export.sources().stream()
                                        .map(source -> RowFactory.create(
                                                source.id(), Date.valueOf(source.day()), source.isFinal()))
                                        .toList(),
                                StructType.fromDDL("source_id STRING, day DATE, is_final BOOLEAN")))
                .with(
                        "changed_days",
                        spark.createDataFrame(
                                counts.changedDays().entrySet().stream()
                                        .map(day -> RowFactory.create(Date.valueOf(day.getKey()), day.getValue()))
                                        .toList(),
                                StructType.fromDDL("day DATE, why STRING")));
        view("read_days");
        view("input_days");
        view("data_end");
        view("messages");
        view("sent");
        view("sent_hours");
        view("sent_days");
        view("part_days");
        inputs.with(
                "touched_days",
                inputs.rows("input_days")
                        .select("day")
                        .union(inputs.rows("conversation_parts").select("day"))
                        .distinct());
        view("reporting_days");
        keep(inputs.query(MetricTable.CONVERSATIONS.query().orElseThrow()), "conversations");
        inputs.with("reaching_conversations", inputs.rows("conversations"));
        view("model_answers");
        view("mentions");
        view("dishes");
        view("dish_users");
        view("dish_counts");
        compute(MetricTable.USER_WEEK_ITEMS);
        MetricTable.replaced(MetricTable.Replaced.BY_DAY).forEach(this::compute);
        compute(MetricTable.RESTATEMENTS);
        inputs.with("compatibility", inputs.query(Query.resource("compatibility", "/metrics/compatibility.sql")));
    }

    /** Cohorts, weeks and months, over the tables of an export: what they read is computed once, as in a lake. */
    void createPeriods() {
        READ_BY_PERIODS.forEach(table -> keep(inputs.rows(table.tableName()), table.tableName()));
        inputs.with(
                "reporting_weeks",
                inputs.rows("daily_metrics")
                        .selectExpr("CAST(date_trunc('WEEK', day) AS DATE) AS week_start")
                        .distinct());
        Stream.of(
                        MetricTable.Replaced.BY_COHORT_DAY,
                        MetricTable.Replaced.BY_COHORT_WEEK,
                        MetricTable.Replaced.BY_WEEK,
                        MetricTable.Replaced.BY_MONTH)
                .flatMap(replaced -> MetricTable.replaced(replaced).stream())
                .forEach(this::compute);
    }

    private void view(String name) {
        keep(inputs.query(Query.view(name).orElseThrow()), name);
    }

    private void compute(MetricTable table) {
        inputs.with(table.tableName(), inputs.query(table.query().orElseThrow()));
    }

    private void keep(Dataset<Row> rows, String name) {
        inputs.with(name, spark.createDataFrame(rows.collectAsList(), rows.schema()));
    }
}
