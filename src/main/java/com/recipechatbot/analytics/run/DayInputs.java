package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.extraction.metadata.ModelNames;
import com.recipechatbot.analytics.extraction.metadata.ToolNames;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.metrics.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What the queries of daily tables read: the working tables on some days, and small views of the run. */
public final class DayInputs {

    private static final StructType SOURCES = StructType.fromDDL("source_id STRING, day DATE, is_final BOOLEAN");
    private static final StructType CHANGED_DAYS = StructType.fromDDL("day DATE, why STRING");

    /** Views over other inputs that are computed where they are read. */
    private static final List<String> VIEWS = List.of("mentions");

    private final SparkSession spark;
    private final Lake lake;
    private final SortedSet<LocalDate> days;
    private final boolean areFew;
    private final Inputs inputs;
    private final Map<MetricTable, Dataset<Row>> begun = new EnumMap<>(MetricTable.class);

    /** @param areFew whether the driver can hold the conversations of the days */
    public DayInputs(SparkSession spark, Lake lake, SortedSet<LocalDate> days, boolean areFew) {
        this.spark = spark;
        this.lake = lake;
        this.days = days;
        this.areFew = areFew;
        this.inputs = new Inputs(spark);
    }

    public Inputs inputs() {
        return inputs;
    }

    /** Tables that this run began: all their rows, which need not be read back. */
    Map<MetricTable, Dataset<Row>> begun() {
        return begun;
    }

    /**
     * @param sources that the run has read
     * @param changedDays on which messages were superseded, and how
     */
    public DayInputs ofRun(
            int minUsers,
            String extractorVersion,
            RunReport.Run run,
            List<Source> sources,
            Map<LocalDate, String> changedDays) {
        // Named parameters would be simpler, but Delta's parser drops them.
        inputs.with(
                        "settings",
                        spark.sql(
                                "SELECT %d AS min_users, array('%s') AS listed_tools, array('%s') AS listed_models, '%s' AS extractor_version, '%s' AS job, '%s' AS run_id"
                                        .formatted(
                                                minUsers,
                                                String.join(
                                                        "', '",
                                                        ToolNames.listed(
                                                                lake.settings().tools())),
                                                String.join("', '", ModelNames.listed()),
                                                extractorVersion,
                                                run.job(),
                                                run.id())))
                .with("sources", sources(sources))
                .with(
                        "changed_days",
                        spark.createDataFrame(
                                changedDays.entrySet().stream()
                                        .map(day -> RowFactory.create(Date.valueOf(day.getKey()), day.getValue()))
                                        .toList(),
                                CHANGED_DAYS))
                .with(
                        "touched_days",
                        spark.createDataset(days.stream().map(Date::valueOf).toList(), Encoders.DATE())
                                .toDF("day"));
        for (MetricTable table : List.of(
                MetricTable.CONVERSATION_PARTS,
                MetricTable.USER_ACTIVITY,
                MetricTable.USER_WEEK_ITEMS,
                MetricTable.CONVERSATIONS)) {
            inputs.with(table.tableName(), () -> onDays(table));
        }
        for (MetricTable table : List.of(MetricTable.MESSAGE_TEXTS, MetricTable.ITEM_WRITES)) {
            inputs.with(table.tableName(), () -> sentOnDays(table));
        }
        inputs.with("reaching_conversations", this::reachingTheDays);
        inputs.with("rejected_records", () -> lake.read(MetricTable.REJECTED_RECORDS.contract()))
                .with(
                        "previous_daily_metrics",
                        () -> lake.readFew(MetricTable.DAILY_METRICS.contract()).where(Days.condition("day", days)))
                .with(
                        "earlier_daily_metrics",
                        () -> lake.readFew(MetricTable.DAILY_METRICS.contract())
                                .where("NOT " + Days.condition("day", days)));
        VIEWS.forEach(
                view -> inputs.with(view, () -> inputs.query(Query.view(view).orElseThrow())));
        // Rows by user: too many to keep here.
        for (String view : List.of("sent", "dish_users", "model_answers")) {
            inputs.with(
                    view, () -> inputs.keep(view, inputs.query(Query.view(view).orElseThrow()), false));
        }
        // A row a day, hour or dish, read by several queries.
        for (String view : List.of(
                "read_days",
                "input_days",
                "data_end",
                "sent_hours",
                "sent_days",
                "part_days",
                "reporting_days",
                "dishes",
                "dish_counts")) {
            inputs.with(
                    view, () -> inputs.keep(view, inputs.query(Query.view(view).orElseThrow()), true));
        }
        return this;
    }

    /**
     * The rows of a run's sources, about to be written. Where there are few, and no others in the lake, they are computed
     * once, and not read back; rows of messages, which few runs write, are.
     *
     * @param meetsOthers whether the lake may hold messages of other sources
     */
    Dataset<Row> written(MetricTable table, Dataset<Row> rows, boolean meetsOthers) {
        boolean isOfMessages = table.contract().has("sent_at");
        if (!areFew || !begins(table, meetsOthers) || days.isEmpty() || isOfMessages) {
            return rows;
        }
        Dataset<Row> kept = inputs.keep(table.tableName(), Lake.shape(table.contract(), rows), false);
        begun.put(table, kept);
        if (table.contract().has("day")) {
            inputs.with(table.tableName(), kept.where(Days.condition("day", days)));
        }
        return kept;
    }

    /**
     * All rows of the days, about to be written: where there are few, they are computed once, and not read back.
     *
     * @param meetsOthers whether the lake may hold messages of other sources
     */
    Dataset<Row> merged(MetricTable table, Dataset<Row> rows, boolean meetsOthers) {
        if (!areFew) {
            return rows;
        }
        Dataset<Row> kept = inputs.keep(table.tableName(), Lake.shape(table.contract(), rows), true);
        if (begins(table, meetsOthers)) {
            begun.put(table, kept);
        }
        return kept;
    }

    /** A lake may have lost one of its tables and not the others. */
    private boolean begins(MetricTable table, boolean meetsOthers) {
        return !meetsOthers && !lake.exists(table.contract());
    }

    private Dataset<Row> onDays(MetricTable table) {
        return lake.read(table.contract(), Days.condition("day", days));
    }

    /** The conversations that may have messages on the days: a part knows no outcome, and an earlier day may have begun it. */
    private Dataset<Row> reachingTheDays() {
        Dataset<Row> written = begun.get(MetricTable.CONVERSATIONS);
        Dataset<Row> conversations = written == null ? lake.read(MetricTable.CONVERSATIONS.contract()) : written;
        return days.isEmpty()
                ? conversations.limit(0)
                : conversations.where("day <= DATE '%s' AND ended_at >= TIMESTAMP '%s 00:00:00'"
                        .formatted(days.last(), days.first()));
    }

    private Dataset<Row> sentOnDays(MetricTable table) {
        return lake.read(
                table.contract(),
                days.isEmpty()
                        ? "false"
                        : "sent_at >= TIMESTAMP '%s 00:00:00' AND sent_at < TIMESTAMP '%s 00:00:00'"
                                .formatted(days.first(), days.last().plusDays(1)));
    }

    /** What was ever read. */
    private Dataset<Row> sources(List<Source> read) {
        List<Row> now = read.stream()
                .map(source -> RowFactory.create(source.id(), Date.valueOf(source.day()), source.isFinal()))
                .toList();
        Dataset<Row> rows = spark.createDataFrame(now, SOURCES);
        return lake.exists(MetricTable.PIPELINE_RUNS.contract())
                ? lake.read(MetricTable.PIPELINE_RUNS.contract())
                        .selectExpr("inline(sources)")
                        .selectExpr(SOURCES.fieldNames())
                        .union(rows)
                : rows;
    }
}
