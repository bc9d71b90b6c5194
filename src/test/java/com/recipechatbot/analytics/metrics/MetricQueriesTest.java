package com.recipechatbot.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each query, run over empty views, returns exactly the columns that its table promises. */
class MetricQueriesTest {

    private static final String RECORDS = """
            source_id STRING, disposition STRING, reason STRING, file STRING, line BIGINT, byte_offset BIGINT,
            byte_length BIGINT, record_key STRING, sealed_record BINARY, conversation_key STRING, user_day_key STRING, activity_key STRING,
            message_key BIGINT, image_key BIGINT, written_at TIMESTAMP, sequence STRING, conversation_week_key STRING, user_week_key STRING, sent_at TIMESTAMP, day DATE, hour INT, role STRING,
            recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>>,
            text STRING,
            tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>>, features ARRAY<STRING>, evidence ARRAY<STRING>,
            turn STRUCT<evidence: INT, signature: BIGINT, rating: INT>,
            redactions ARRAY<STRUCT<type: STRING, count: INT>>, message_truncated BOOLEAN, extractor_version STRING""";

    @BeforeAll
    static void emptyViews() {
        for (MetricTable table : MetricTable.values()) {
            empty(table.contract().schemaDdl()).createOrReplaceTempView(table.tableName());
        }
        empty(MetricTable.DAILY_METRICS.contract().schemaDdl()).createOrReplaceTempView("previous_daily_metrics");
        empty(MetricTable.DAILY_METRICS.contract().schemaDdl()).createOrReplaceTempView("earlier_daily_metrics");
        empty(RECORDS).createOrReplaceTempView("records");
        empty("min_users INT, extractor_version STRING, job STRING, run_id STRING")
                .createOrReplaceTempView("settings");
        empty("day DATE").createOrReplaceTempView("reporting_days");
        empty("day DATE, conversation_key STRING, user_day_key STRING, recipe_key STRING, recipe_name STRING, "
                        + "requested BOOLEAN, is_first BOOLEAN")
                .createOrReplaceTempView("mentions");
        empty("day DATE").createOrReplaceTempView("touched_days");
        empty("week_start DATE").createOrReplaceTempView("reporting_weeks");
        empty("day DATE, is_final BOOLEAN").createOrReplaceTempView("input_days");
        empty("day DATE, why STRING").createOrReplaceTempView("changed_days");
        empty("at DATE").createOrReplaceTempView("data_end");
    }

    static Stream<MetricTable> tablesWithAQuery() {
        return Stream.of(MetricTable.values())
                .filter(table ->
                        !MetricTable.replaced(MetricTable.Replaced.NEVER).contains(table));
    }

    @ParameterizedTest
    @MethodSource("tablesWithAQuery")
    void returnsTheColumnsOfItsTable(MetricTable table) {
        StructType promised = StructType.fromDDL(table.contract().schemaDdl());

        StructType given = query(table.query()).schema();

        assertThat(given.fieldNames()).containsExactly(promised.fieldNames());
        for (StructField field : promised.fields()) {
            assertThat(given.apply(field.name()).dataType().catalogString())
                    .as(field.name())
                    .isEqualTo(field.dataType().catalogString());
        }
    }

    @Test
    void theCompatibilityFileHasTheKeysAndTypesOfTheOriginal() {
        assertThat(query(TableContract.resource("/metrics/compatibility.sql"))
                        .schema()
                        .sql())
                .isEqualTo("STRUCT<date: DATE, total_conversations: BIGINT NOT NULL, unique_users: BIGINT NOT NULL, "
                        + "recipes_discussed: MAP<STRING, BIGINT> NOT NULL, total_messages: BIGINT NOT NULL, "
                        + "avg_conversation_length: DOUBLE NOT NULL>");
    }

    static Stream<DataCheck> checks() {
        return Stream.of(MetricTable.values()).flatMap(table -> table.checks().stream());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckStartsWithThePeriodAndFindsNothingInEmptyTables(DataCheck check) {
        Dataset<Row> broken = query(check.query());

        assertThat(broken.schema().fields()[0].dataType()).as(check.sentence()).isEqualTo(DataTypes.DateType);
        assertThat(broken.collectAsList()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("com.recipechatbot.analytics.metrics.MetricTable#values")
    void everyTableThatARunReplacesIsChecked(MetricTable table) {
        if (!MetricTable.replaced(MetricTable.Replaced.NEVER).contains(table)) {
            assertThat(table.checks()).extracting(DataCheck::severity).contains(DataCheck.Severity.FAIL);
        }
    }

    @ParameterizedTest
    @MethodSource("com.recipechatbot.analytics.metrics.MetricTable#values")
    void everyColumnHasAComment(MetricTable table) {
        assertThat(table.contract().columns())
                .isNotEmpty()
                .allSatisfy(
                        column -> assertThat(column.comment()).as(column.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("com.recipechatbot.analytics.metrics.MetricTable#values")
    void dayWeekAndLongLivedPseudonymsNeverShareARow(MetricTable table) {
        Set<String> columns = table.contract().columns().stream()
                .map(TableContract.Column::name)
                .collect(Collectors.toSet());

        assertThat(Stream.of(
                                Set.of("conversation_key", "user_day_key"),
                                Set.of("conversation_week_key", "user_week_key"),
                                Set.of("activity_key"))
                        .filter(space -> !Collections.disjoint(space, columns)))
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("com.recipechatbot.analytics.metrics.MetricTable#values")
    void publishedTablesHaveOnlyTypesThatQuickSightSupports(MetricTable table) {
        if (table.contract().area().equals("published")) {
            assertThat(table.contract().columns())
                    .extracting(TableContract.Column::type)
                    .isSubsetOf(List.of("DATE", "TIMESTAMP", "INT", "BIGINT", "DOUBLE", "STRING", "BOOLEAN"));
        }
    }

    private static Dataset<Row> query(String sql) {
        return TestSpark.session().sql(sql);
    }

    private static Dataset<Row> empty(String ddl) {
        SparkSession spark = TestSpark.session();
        return spark.createDataFrame(List.of(), StructType.fromDDL(ddl));
    }
}
