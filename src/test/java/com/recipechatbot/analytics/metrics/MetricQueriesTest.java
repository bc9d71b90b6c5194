package com.recipechatbot.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.run.Inputs;
import com.recipechatbot.analytics.tables.TableContract;
import java.sql.Date;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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

    /** What a run provides beside the tables and the views of {@code metrics/views}. */
    private static final Map<String, String> OF_A_RUN = Map.of(
            "merged_conversations",
            "conversation_key STRING, day DATE, user_day_key STRING, user_week_key STRING, started_at TIMESTAMP, ended_at TIMESTAMP, "
                    + "user_turns BIGINT, assistant_turns BIGINT, "
                    + "recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>>, "
                    + "tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>>, features ARRAY<STRING>, outcome STRING, "
                    + "completed BOOLEAN, satisfaction DOUBLE, has_problem BOOLEAN, evidence ARRAY<STRING>",
            "sources",
            "source_id STRING, day DATE, is_final BOOLEAN",
            "settings",
            "min_users INT, listed_tools ARRAY<STRING>, listed_models ARRAY<STRING>, extractor_version STRING, job STRING, run_id STRING",
            "touched_days",
            "day DATE",
            "reporting_weeks",
            "week_start DATE",
            "changed_days",
            "day DATE, why STRING");

    private static final List<String> VIEWS = List.of(
            "read_days",
            "input_days",
            "data_end",
            "sent",
            "sent_hours",
            "sent_days",
            "part_days",
            "reporting_days",
            "model_answers",
            "mentions",
            "dishes",
            "dish_users",
            "dish_counts",
            "messages");

    private static Inputs inputs;

    @BeforeAll
    static void emptyInputs() {
        inputs = new Inputs(TestSpark.session());
        for (MetricTable table : MetricTable.values()) {
            inputs.with(table.tableName(), empty(table.contract().schemaDdl()));
        }
        inputs.with("previous_daily_metrics", inputs.rows("daily_metrics"))
                .with("earlier_daily_metrics", inputs.rows("daily_metrics"))
                .with("reaching_conversations", inputs.rows("conversations"));
        OF_A_RUN.forEach((name, columns) -> inputs.with(name, empty(columns)));
        VIEWS.forEach(view -> inputs.with(view, inputs.query(Query.view(view).orElseThrow())));
    }

    static Stream<MetricTable> tablesWithAQuery() {
        return Stream.of(MetricTable.values()).filter(table -> table.query().isPresent());
    }

    @ParameterizedTest
    @MethodSource("tablesWithAQuery")
    void returnsTheColumnsOfItsTable(MetricTable table) {
        StructType promised = StructType.fromDDL(table.contract().schemaDdl());

        StructType given = query(table.query().orElseThrow()).schema();

        assertThat(given.fieldNames()).containsExactly(promised.fieldNames());
        for (StructField field : promised.fields()) {
            assertThat(given.apply(field.name()).dataType().catalogString())
                    .as(field.name())
                    .isEqualTo(field.dataType().catalogString());
        }
    }

    @Test
    void theCompatibilityFileHasTheKeysAndTypesOfTheOriginal() {
        assertThat(query(Query.resource("compatibility", "/metrics/compatibility.sql"))
                        .schema()
                        .sql())
                .isEqualTo("STRUCT<date: DATE, total_conversations: BIGINT NOT NULL, unique_users: BIGINT NOT NULL, "
                        + "recipes_discussed: MAP<STRING, BIGINT> NOT NULL, total_messages: BIGINT NOT NULL, "
                        + "avg_conversation_length: DOUBLE NOT NULL>");
    }

    /** Most lakes have no model in their records. */
    @Test
    void daysWithoutAModelAreNotReadForIt() {
        Dataset<Row> parts = TestSpark.session()
                .range(3)
                .selectExpr("from_json('{}', '%s') AS part"
                        .formatted(MetricTable.CONVERSATION_PARTS
                                .contract()
                                .schemaDdl()
                                .replace("'", "\\'")))
                .select("part.*");
        Inputs withParts = new Inputs(TestSpark.session());
        List.of("reaching_conversations", "settings", "reporting_days")
                .forEach(name -> withParts.with(name, inputs.rows(name)));
        StructType days = StructType.fromDDL("day DATE, sources BIGINT, parts BIGINT, model_answers BIGINT");
        Row day = RowFactory.create(Date.valueOf("2025-01-06"), 1L, 1L, 0L);
        withParts
                .with("conversation_parts", parts)
                .with("part_days", TestSpark.session().createDataFrame(List.of(day), days))
                .with(
                        "reporting_days",
                        TestSpark.session()
                                .createDataFrame(
                                        List.of(RowFactory.create(day.get(0))), StructType.fromDDL("day DATE")));

        Dataset<Row> rows = withParts.query(Query.view("model_answers").orElseThrow());

        assertThat(rows.queryExecution().optimizedPlan().toString()).startsWith("LocalRelation <empty>");
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
                                Set.of("conversation_key", "user_day_key", "user_day_keys"),
                                Set.of("user_week_key"),
                                Set.of("activity_key", "feature_key"))
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

    private static Dataset<Row> query(Query query) {
        return inputs.query(query);
    }

    private static Dataset<Row> empty(String ddl) {
        SparkSession spark = TestSpark.session();
        return spark.createDataFrame(List.of(), StructType.fromDDL(ddl));
    }

    /** They are parsed once for all sessions, whatever their time zones: see {@code ParsedQueries}. */
    @Test
    void noQueryHasATimeThatDependsOnTheZone() {
        List<String> texts = Stream.concat(
                        Stream.of(MetricTable.values())
                                .flatMap(table -> Stream.concat(
                                        table.query().stream(),
                                        table.checks().stream().map(DataCheck::query))),
                        VIEWS.stream().flatMap(view -> Query.view(view).stream()))
                .map(Query::sql)
                .toList();

        assertThat(texts)
                .hasSizeGreaterThan(30)
                .noneMatch(sql -> sql.matches("(?is).*\\b(timestamp|timestamp_ltz|date)\\s*'.*"));
    }
}
