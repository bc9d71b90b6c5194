package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The published tables of some days, computed from the working tables only. */
final class PublishedDays {

    static final StructType INPUT_DAYS = StructType.fromDDL("day DATE, is_final BOOLEAN");

    /** A day exists when its input came, or when messages of it came with another day's. */
    static final String REPORTING_DAYS = """
            SELECT day FROM touched_days
            WHERE day IN (SELECT day FROM input_days)
               OR day IN (SELECT day FROM message_hours WHERE role IN ('user', 'assistant'))""";

    private final SparkSession spark;
    private final Lake lake;
    private final SortedSet<LocalDate> days;
    private final int minUsers;

    PublishedDays(SparkSession spark, Lake lake, SortedSet<LocalDate> days, int minUsers) {
        this.spark = spark;
        this.lake = lake;
        this.days = days;
        this.minUsers = minUsers;
    }

    /** Replaces the days; {@code daily_metrics} comes last, because a day is visible when its row is there. */
    void replace(List<Source> sources, Lease lease, Progress progress) {
        if (days.isEmpty()) {
            return;
        }
        createViews(sources);
        for (MetricTable table : MetricTable.replaced(MetricTable.Replaced.BY_DAY)) {
            // The conversations are what the others are computed from.
            if (table != MetricTable.CONVERSATIONS) {
                if (table == MetricTable.DAILY_METRICS) {
                    progress.step("writing the compatibility files");
                    new CompatibilityFiles(spark, lake.folder()).replace(days);
                }
                progress.step("writing " + table.tableName());
                lake.replace(table.contract(), Days.condition("day", days), spark.sql(table.query()));
                onDays(table).createOrReplaceTempView(table.tableName());
                lease.renew();
            }
        }
    }

    /** What the queries read: the working tables on these days, and which days there are to report. */
    private void createViews(List<Source> sources) {
        for (MetricTable table :
                List.of(MetricTable.MESSAGE_HOURS, MetricTable.CONVERSATION_PARTS, MetricTable.CONVERSATIONS)) {
            onDays(table).createOrReplaceTempView(table.tableName());
        }
        onDays(MetricTable.DAILY_METRICS).createOrReplaceTempView("previous_daily_metrics");
        inputDays(sources).createOrReplaceTempView("input_days");
        // Named parameters would be simpler, but Delta's parser drops them.
        spark.sql("SELECT %d AS min_users".formatted(minUsers)).createOrReplaceTempView("settings");
        spark.createDataset(days.stream().map(Date::valueOf).toList(), Encoders.DATE())
                .toDF("day")
                .createOrReplaceTempView("touched_days");
        spark.sql(REPORTING_DAYS).createOrReplaceTempView("reporting_days");
    }

    private Dataset<Row> onDays(MetricTable table) {
        return lake.read(table.contract()).where(Days.condition("day", days));
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
