package com.recipechatbot.analytics.serving.quicksight;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.serving.quicksight.Dashboard.Field;
import com.recipechatbot.analytics.tables.TableContract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Computes the calculated fields in DuckDB, with macros for QuickSight's functions as its manual describes them. */
class DashboardFieldsTest {

    /** The QuickSight functions in use, as macros; those that DuckDB has under the same name do not need one. */
    private static final Map<String, String> MACROS = Map.of(
            "ifelse", cases("ifelse", "WHEN c%d THEN v%d", 3),
            "switch", cases("switch", "WHEN x = c%d THEN v%d", 6).replace("(c1", "(x, c1"),
            "isNull", "CREATE MACRO qs_isNull(x) AS x IS NULL",
            "isNotNull", "CREATE MACRO qs_isNotNull(x) AS x IS NOT NULL",
            // WD: Sunday is 1.
            "extract", "CREATE MACRO qs_extract(part, d) AS CASE WHEN part = 'WD' THEN dayofweek(d) + 1 END",
            // The second date minus the first.
            "dateDiff", "CREATE MACRO qs_dateDiff(a, b, unit) AS CASE WHEN unit = 'DD' THEN date_diff('day', a, b) END",
            "maxOver", "CREATE MACRO qs_maxOver(x) AS max(x) OVER ()",
            "sumIf", "CREATE MACRO qs_sumIf(x, c) AS sum(CASE WHEN c THEN x END)",
            "distinct_count", "CREATE MACRO qs_distinct_count(x) AS count(DISTINCT x)");

    private static final Set<String> SAME_NAME = Set.of("sum", "min", "max");
    private static final Pattern FUNCTION = Pattern.compile("\\b([A-Za-z_]+)\\(");

    private static final Dashboard DASHBOARD = Dashboard.read();
    private static Connection database;

    @BeforeAll
    static void teach() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
        for (String macro : MACROS.values()) {
            execute(macro);
        }
        for (String table : DASHBOARD.tables().keySet()) {
            String columns = DASHBOARD.columns(table).stream()
                    .map(column -> column.name() + " " + type(table, column.name()))
                    .collect(Collectors.joining(", "));
            execute("CREATE TABLE %s (%s)".formatted(table, columns));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    static Stream<String> tables() {
        return DASHBOARD.tables().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyExpressionUsesQuickSightsFunctionsAndItsTablesColumns(String table) throws SQLException {
        for (String expression : expressions(table)) {
            FUNCTION.matcher(expression)
                    .results()
                    .forEach(function -> assertThat(function.group(1))
                            .as(expression)
                            .matches(name -> MACROS.containsKey(name) || SAME_NAME.contains(name)));
            query("SELECT %s FROM %s".formatted(sql(expression), table));
        }
    }

    @ParameterizedTest(name = "{1} of {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "null", textBlock = """
        # A ratio of sums: 100 messages in 10 conversations, not the mean of 5 and 11.25.
        daily_metrics | Average length | conversations, conversation_messages | (2, 10), (8, 90) | 10.0
        daily_metrics | Average length | conversations, conversation_messages | (0, 0) | null
        # The original's estimate: over 5, over 3, otherwise; a day without conversations is none of these.
        daily_metrics | Completion estimate | avg_conversation_length | (5.1) | High
        daily_metrics | Completion estimate | avg_conversation_length | (5.0) | Medium
        daily_metrics | Completion estimate | avg_conversation_length | (3.0) | Low
        daily_metrics | Completion estimate | avg_conversation_length | (NULL) | unknown
        daily_metrics | Completed | completed, not_completed, abandoned | (1, 0, 0), (2, 5, 2) | 0.3
        daily_metrics | Completed | completed, not_completed, abandoned | (0, 0, 0) | null
        # By conversations: half of 10 and none of 30; the day without dishes does not count.
        daily_metrics | Outcome known | completion_coverage, conversations | (0.5, 10), (0, 30), (NULL, 60) | 0.125
        # 5 conversations with 80 and 15 with 40; the day without an index has no weight.
        daily_metrics | Satisfaction | satisfaction_index, satisfaction_coverage, conversations | (80, 0.5, 10), (40, 0.75, 20), (NULL, 0, 50) | 50.0
        daily_metrics | Satisfaction | satisfaction_index, satisfaction_coverage, conversations | (NULL, 0, 50), (NULL, NULL, 0) | null
        daily_metrics | With an index | satisfaction_coverage, conversations | (0.5, 10), (0, 10) | 0.25
        daily_metrics | With a problem | problem_rate, conversations | (0.5, 10), (0.1, 90) | 0.14
        daily_tools | Calls that failed | calls, failures | (10, 1), (30, 9) | 0.25
        daily_tools | Calls that failed | calls, failures | (0, 0) | null
        daily_models | Answers that failed | responses, failures | (10, 1), (30, 9) | 0.25
        daily_models | Answers that failed | responses, failures | (0, 0) | null
        # A day without a reported cost does not make conversations cheaper.
        daily_models | USD per 1,000 conversations | cost_usd, conversations | (0.5, 10), (NULL, 90), (1.0, 20) | 50.0
        daily_models | USD per 1,000 conversations | cost_usd, conversations | (NULL, 90) | null
        daily_models | USD per 1,000 completed | cost_usd, completed | (0.5, 0), (1.0, 3) | 500.0
        # January 5, 2025 was a Sunday.
        hourly_usage | Weekday | day | ('2025-01-05') | 7 Sun
        hourly_usage | Weekday | day | ('2025-01-06') | 1 Mon
        hourly_usage | Weekday | day | ('2025-01-11') | 6 Sat
        # Two days, one of them with two hours.
        hourly_usage | User messages a day | day, user_messages | ('2025-01-05', 3), ('2025-01-05', 4), ('2025-01-06', 3) | 5.0
        # 2 of 10 and 6 of 30; the day that has no value yet does not count.
        daily_retention | 7 days later | d7, cohort_users | (0.2, 10), (0.2, 30), (NULL, 60) | 0.2
        daily_retention | 7 days later | d7, cohort_users | (NULL, 60) | null
        weekly_retention | Users who came back | users, cohort_users | (5, 10), (NULL, 30), (5, 30) | 0.25
        weekly_metrics | Week-over-week growth | growth_percent | (-25.0) | -0.25
        # After a week without users.
        weekly_metrics | Week-over-week growth | growth_percent | (NULL) | null
        # A week in which no record reports a tool does not mean that nobody used one.
        weekly_features | Use it | users, active_users | (5, 10), (NULL, 90) | 0.5
        weekly_features | Use it again | users, repeat_users | (8, 2), (100, NULL) | 0.25
        """)
    void returnsWhatItShould(String table, String field, String columns, String rows, String expected)
            throws SQLException {
        execute("INSERT INTO %s (%s) VALUES %s".formatted(table, columns, rows));
        try {
            String expression =
                    DASHBOARD.tables().get(table).fields().get(field).is();
            Object value =
                    query("SELECT %s FROM %s".formatted(sql(expression), table)).get(0);
            if (value instanceof Number number) {
                assertThat(number.doubleValue()).isEqualTo(Double.parseDouble(expected));
            } else {
                assertThat(value).isEqualTo(expected);
            }
        } finally {
            execute("DELETE FROM " + table);
        }
    }

    @Test
    void ageCountsFromTheNewestCompleteRow() throws SQLException {
        execute("""
            INSERT INTO weekly_metrics (week_start, is_complete)
            VALUES ('2025-01-06', 1), ('2025-01-13', 1), ('2025-01-20', 0)\
            """);
        execute("INSERT INTO daily_metrics (day) VALUES ('2025-01-06'), ('2025-01-08')");
        try {
            assertThat(ages("weekly_metrics", "week_start")).containsExactly(7L, 0L, -7L);
            assertThat(ages("daily_metrics", "day")).containsExactly(2L, 0L);
        } finally {
            execute("DELETE FROM weekly_metrics");
            execute("DELETE FROM daily_metrics");
        }
    }

    private static List<Object> ages(String table, String day) throws SQLException {
        String age = DASHBOARD.tables().get(table).age();
        return query("SELECT %s FROM %s ORDER BY %s".formatted(sql(age), table, day));
    }

    private static List<String> expressions(String table) {
        Dashboard.Table fields = DASHBOARD.tables().get(table);
        Collection<Field> all = fields.fields().values();
        return Stream.concat(Stream.of(fields.age()), all.stream().map(Field::is))
                .toList();
    }

    /** Removes the braces of columns and the empty partition, and gives functions the names of our macros. */
    private static String sql(String expression) {
        String sql = expression.replace(", [], PRE_FILTER", "").replaceAll("[{}]", "");
        return FUNCTION.matcher(sql)
                .replaceAll(function ->
                        MACROS.containsKey(function.group(1)) ? "qs_" + function.group(1) + "(" : function.group());
    }

    /** Overloads with one, two, ... pairs of condition and value, plus the default value. */
    private static String cases(String name, String pattern, int most) {
        StringBuilder overloads = new StringBuilder();
        for (int pairs = 1; pairs <= most; pairs++) {
            StringBuilder parameters = new StringBuilder();
            StringBuilder branches = new StringBuilder();
            for (int i = 1; i <= pairs; i++) {
                parameters.append("c%d, v%d, ".formatted(i, i));
                branches.append(pattern.formatted(i, i)).append(' ');
            }
            overloads
                    .append(pairs == 1 ? "" : ", ")
                    .append("(%so) AS CASE %sELSE o END".formatted(parameters, branches));
        }
        return "CREATE MACRO qs_" + name + overloads;
    }

    private static String type(String table, String column) {
        return switch (ColumnType.of(TableContract.read(table), column)) {
            case STRING -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case DATETIME -> "DATE";
            // QuickSight treats true as 1.
            case BIT -> "INTEGER";
        };
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Object> query(String sql) throws SQLException {
        List<Object> values = new java.util.ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getObject(1));
            }
        }
        return values;
    }
}
