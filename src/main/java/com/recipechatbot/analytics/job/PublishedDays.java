package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The published tables of some days, computed from the working tables only. */
public final class PublishedDays {

    static final StructType INPUT_DAYS = StructType.fromDDL("day DATE, is_final BOOLEAN");

    /** A day exists when its input came, or when messages of it came with another day's. */
    static final String REPORTING_DAYS = """
            SELECT day FROM touched_days
            WHERE day IN (SELECT day FROM input_days)
               OR day IN (SELECT day FROM message_hours WHERE role IN ('user', 'assistant'))""";

    /** Each mention of a dish; the first one in its conversation counts for the pair of both. */
    static final String MENTIONS = """
            SELECT day, conversation_key, user_day_key, mention.*
            FROM conversations JOIN reporting_days USING (day)
            LATERAL VIEW explode(transform(recipes, (mention, place) -> named_struct(
              'recipe_key', mention.recipe_key, 'recipe_name', mention.recipe_name, 'requested', mention.requested,
              -- they are sorted by the key
              'is_first', NOT mention.recipe_key <=> get(recipes, place - 1).recipe_key))) AS mention""";

    /** The newest final folder ends at midnight UTC; the zone's last midnight before that is the end of its newest day. */
    static final String DATA_END = """
            SELECT CAST(timestamp_seconds((unix_date(max(day)) + 1) * 86400L) AS DATE) AS at
            FROM input_days WHERE is_final""";

    /** Over the records of a run: the days of which it found messages written again, or withdrawn by a delete or an opt-out. */
    static final String CHANGED_DAYS = """
            SELECT day, if(bool_or(last_write.image_key IS NULL), 'withdrawn', 'updated') AS why
            FROM records WHERE reason = 'superseded'
            GROUP BY day""";

    private static final Set<MetricTable> CHECKED =
            EnumSet.copyOf(MetricTable.replaced(MetricTable.Replaced.BY_SOURCE));

    static {
        CHECKED.addAll(MetricTable.replaced(MetricTable.Replaced.BY_DAY));
    }

    private final SparkSession spark;
    private final Lake lake;
    private final SortedSet<LocalDate> days;

    public PublishedDays(SparkSession spark, Lake lake, SortedSet<LocalDate> days) {
        this.spark = spark;
        this.lake = lake;
        this.days = days;
    }

    /** Creates the views {@code input_days}, and {@code data_end} for what may still be going on there. */
    public void readInputDays(List<Source> sources) {
        inputDays(sources).createOrReplaceTempView("input_days");
        spark.sql(DATA_END).createOrReplaceTempView("data_end");
    }

    /** Creates the view {@code changed_days}, for the reason of a restatement. */
    public void readChanges(Dataset<Row> records) {
        records.createOrReplaceTempView("records");
        spark.sql(CHANGED_DAYS).createOrReplaceTempView("changed_days");
    }

    /** Creates the view {@code settings}. Named parameters would be simpler, but Delta's parser drops them. */
    public void use(int minUsers, String extractorVersion, RunReport.Run run) {
        spark.sql("SELECT %d AS min_users, '%s' AS extractor_version, '%s' AS job, '%s' AS run_id"
                        .formatted(minUsers, extractorVersion, run.job(), run.id()))
                .createOrReplaceTempView("settings");
    }

    /**
     * Replaces the days that pass the checks; {@code daily_metrics} comes last, because a day is visible when its row is
     * there. Nothing is written of a day that fails, so that what was published of it stays.
     *
     * @return what the checks found
     */
    public List<DataChecks.Finding> replace(Lease lease, Progress progress) {
        if (days.isEmpty()) {
            return List.of();
        }
        createViews();
        progress.step("computing the tables of %d days".formatted(days.size()));
        Map<MetricTable, Dataset<Row>> tables = new LinkedHashMap<>();
        for (MetricTable table : MetricTable.replaced(MetricTable.Replaced.BY_DAY)) {
            // The conversations are what the others are computed from.
            if (table != MetricTable.CONVERSATIONS) {
                // Computed once: other tables, the checks and the write read it.
                Dataset<Row> rows = spark.sql(table.query()).localCheckpoint();
                rows.createOrReplaceTempView(table.tableName());
                tables.put(table, rows);
            }
        }
        progress.step("checking %d days".formatted(days.size()));
        List<DataChecks.Finding> findings = DataChecks.run(spark, CHECKED.stream(), days);
        SortedSet<LocalDate> sound = DataChecks.sound(days, findings);
        if (!sound.isEmpty()) {
            write(tables, sound, lease, progress);
        }
        return findings;
    }

    private void write(
            Map<MetricTable, Dataset<Row>> tables, SortedSet<LocalDate> sound, Lease lease, Progress progress) {
        String condition = Days.condition("day", sound);
        tables.forEach((table, rows) -> {
            if (table == MetricTable.DAILY_METRICS) {
                progress.step("writing the compatibility files");
                new CompatibilityFiles(spark, lake.folder()).replace(sound);
                recordRestatements(condition);
            }
            progress.step("writing " + table.tableName());
            lake.replace(table.contract(), condition, rows.where(condition));
            lease.renew();
        });
    }

    /** Before the days are replaced: after a kill in between, the retry still sees what was published. */
    private void recordRestatements(String condition) {
        TableContract table = MetricTable.RESTATEMENTS.contract();
        List<Row> restatements =
                spark.sql(MetricTable.RESTATEMENTS.query()).where(condition).collectAsList();
        // The first run makes the table, so that readers find it.
        if (!restatements.isEmpty() || !lake.exists(table)) {
            lake.append(table, spark.createDataFrame(restatements, StructType.fromDDL(table.schemaDdl())));
        }
    }

    /** What the queries read: the working tables on these days, and which days there are to report. */
    private void createViews() {
        for (MetricTable table : List.of(
                MetricTable.MESSAGE_HOURS,
                MetricTable.CONVERSATION_PARTS,
                MetricTable.USER_ACTIVITY,
                MetricTable.USER_WEEK_ITEMS,
                MetricTable.CONVERSATIONS)) {
            onDays(table).createOrReplaceTempView(table.tableName());
        }
        for (MetricTable table : List.of(MetricTable.MESSAGES, MetricTable.MESSAGE_TEXTS, MetricTable.ITEM_WRITES)) {
            sentOnDays(table).createOrReplaceTempView(table.tableName());
        }
        lake.read(MetricTable.REJECTED_RECORDS.contract())
                .createOrReplaceTempView(MetricTable.REJECTED_RECORDS.tableName());
        onDays(MetricTable.DAILY_METRICS).createOrReplaceTempView("previous_daily_metrics");
        lake.read(MetricTable.DAILY_METRICS.contract())
                .where("NOT " + Days.condition("day", days))
                .createOrReplaceTempView("earlier_daily_metrics");
        spark.createDataset(days.stream().map(Date::valueOf).toList(), Encoders.DATE())
                .toDF("day")
                .createOrReplaceTempView("touched_days");
        spark.sql(REPORTING_DAYS).createOrReplaceTempView("reporting_days");
        spark.sql(MENTIONS).createOrReplaceTempView("mentions");
    }

    private Dataset<Row> onDays(MetricTable table) {
        return lake.read(table.contract()).where(Days.condition("day", days));
    }

    private Dataset<Row> sentOnDays(MetricTable table) {
        return lake.read(table.contract())
                .where("sent_at >= TIMESTAMP '%s 00:00:00' AND sent_at < TIMESTAMP '%s 00:00:00'"
                        .formatted(days.first(), days.last().plusDays(1)));
    }

    /** The days whose input was read, ever; final when it said so itself or when a later day has come. */
    private Dataset<Row> inputDays(List<Source> sources) {
        List<Row> now = sources.stream()
                .map(source -> RowFactory.create(Date.valueOf(source.day()), source.isFinal()))
                .toList();
        return lake.read(MetricTable.PIPELINE_RUNS.contract())
                .selectExpr("inline(sources)")
                .select("day", "is_final")
                .union(spark.createDataFrame(now, INPUT_DAYS))
                .groupBy("day")
                .agg(org.apache.spark.sql.functions.expr(
                        "bool_or(is_final) OR day < max(max(day)) OVER () AS is_final"));
    }
}
