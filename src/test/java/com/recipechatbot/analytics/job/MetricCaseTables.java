package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.sql.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables of one export as views, by the same steps and queries as in a job, but without writing any of them. */
final class MetricCaseTables {

    /** Read by several queries, so computed once, as in a lake. */
    private static final Set<MetricTable> STORED =
            EnumSet.of(MetricTable.MESSAGE_HOURS, MetricTable.CONVERSATION_PARTS, MetricTable.CONVERSATIONS);

    private static final Set<MetricTable> READ_BY_PERIODS = EnumSet.of(
            MetricTable.DAILY_METRICS, MetricTable.DAILY_RECIPES, MetricTable.DAILY_TOOLS, MetricTable.USER_WEEK_ITEMS);

    private final SparkSession spark;
    private final Pseudonyms pseudonyms;

    MetricCaseTables(SparkSession spark, Pseudonyms pseudonyms) {
        this.spark = spark;
        this.pseudonyms = pseudonyms;
    }

    /** Before the first run nothing is published. */
    void publishNothing() {
        StructType columns =
                StructType.fromDDL(MetricTable.DAILY_METRICS.contract().schemaDdl());
        spark.createDataFrame(List.of(), columns).createOrReplaceTempView("previous_daily_metrics");
    }

    /** Lets the days that are computed now be what the next run finds. */
    void publishDays() {
        keep(spark.table("daily_metrics"), "previous_daily_metrics");
    }

    /**
     * Creates the views of an export; most are computed when they are read.
     *
     * @param tellsWrites whether its records tell when they were written
     */
    void create(ConversationExport export, int minUsers, boolean tellsWrites) {
        keep(
                SourceRecords.facts(
                        export.records(spark),
                        SourceDays.of(export),
                        tellsWrites ? Optional.of(noWrites()) : Optional.empty(),
                        pseudonyms,
                        Exclusions.NONE,
                        LexiconTitles.NONE,
                        true,
                        new Tasks(1)),
                "records");
        spark.sql("SELECT %d AS min_users, '1' AS extractor_version, 'daily-metrics' AS job, 'this run' AS run_id"
                        .formatted(minUsers))
                .createOrReplaceTempView("settings");
        spark.createDataFrame(
                        export.sources().stream()
                                .map(source -> RowFactory.create(Date.valueOf(source.day()), source.isFinal()))
                                .toList(),
                        PublishedDays.INPUT_DAYS)
                .createOrReplaceTempView("input_days");
        spark.sql(PublishedDays.DATA_END).createOrReplaceTempView("data_end");
        spark.sql("SELECT day FROM input_days UNION SELECT day FROM records WHERE disposition = 'loaded'")
                .createOrReplaceTempView("touched_days");
        MetricTable.replaced(MetricTable.Replaced.BY_SOURCE).forEach(this::create);
        keep(spark.sql(PublishedDays.REPORTING_DAYS), "reporting_days");
        create(MetricTable.CONVERSATIONS);
        spark.sql(PublishedDays.MENTIONS).createOrReplaceTempView("mentions");
        MetricTable.replaced(MetricTable.Replaced.BY_DAY).stream()
                .filter(table -> table != MetricTable.CONVERSATIONS)
                .forEach(this::create);
        spark.sql(PublishedDays.CHANGED_DAYS).createOrReplaceTempView("changed_days");
        create(MetricTable.RESTATEMENTS);
        spark.sql(TableContract.resource("/metrics/compatibility.sql")).createOrReplaceTempView("compatibility");
    }

    /** Creates the views of cohorts, weeks and months, over those of an export: what they read is computed once, as in a lake. */
    void createPeriods() {
        READ_BY_PERIODS.forEach(table -> keep(spark.table(table.tableName()), table.tableName()));
        spark.sql("SELECT DISTINCT CAST(date_trunc('WEEK', day) AS DATE) AS week_start FROM daily_metrics")
                .createOrReplaceTempView("reporting_weeks");
        Stream.of(
                        MetricTable.Replaced.BY_COHORT_DAY,
                        MetricTable.Replaced.BY_COHORT_WEEK,
                        MetricTable.Replaced.BY_WEEK,
                        MetricTable.Replaced.BY_MONTH)
                .flatMap(replaced -> MetricTable.replaced(replaced).stream())
                .forEach(this::create);
    }

    private Dataset<Row> noWrites() {
        return spark.createDataFrame(
                List.of(), StructType.fromDDL(MetricTable.ITEM_WRITES.contract().schemaDdl()));
    }

    private void create(MetricTable table) {
        Dataset<Row> rows = spark.sql(table.query());
        if (STORED.contains(table)) {
            keep(rows, table.tableName());
        } else {
            rows.createOrReplaceTempView(table.tableName());
        }
    }

    private void keep(Dataset<Row> rows, String view) {
        spark.createDataFrame(rows.collectAsList(), rows.schema()).createOrReplaceTempView(view);
    }
}
