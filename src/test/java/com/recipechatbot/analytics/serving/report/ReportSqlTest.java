package com.recipechatbot.analytics.serving.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.trino.sql.parser.SqlParser;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL that the page shows next to a chart returns the rows of that chart. */
class ReportSqlTest {

    private static final int MIN_USERS = 5;
    private static final Map<String, TableRows> SAMPLE =
            withUnpublished(SampleTables.of(LocalDate.of(2024, 12, 26), 45));
    private static Connection database;

    @BeforeAll
    static void fillDatabase() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            // The only function that has a different name in Athena.
            statement.execute("CREATE MACRO day_of_week(day) AS isodow(day)");
        }
        for (Map.Entry<String, TableRows> table : SAMPLE.entrySet()) {
            create(table.getKey(), table.getValue());
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    static List<Chart> charts() {
        return HtmlReport.charts();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void returnsTheRowsOfItsChartInEveryPeriod(Chart chart) throws SQLException {
        PublishedTables tables = PublishedTables.of(SAMPLE, MIN_USERS);
        for (Period period : Period.of(tables.days().keySet())) {
            List<List<Object>> expected = chart.figure(tables, period).rows();

            assertThat(query(chart, period))
                    .as("%s in %s", chart.id(), period.id())
                    .isEqualTo(expected.stream().map(ReportSqlTest::comparable).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isWrittenAsAthenaReadsIt(Chart chart) {
        assertThatCode(() -> new SqlParser()
                        .createStatement(chart.sql()
                                .replaceAll(":(from|to)", "DATE '2025-01-06'")
                                .replace(":min_users", "5")))
                .doesNotThrowAnyException();
    }

    /**
     * Adds a half-written day after the last one, a first week without a row in weekly_metrics, a day without records and a
     * cohort of one user.
     */
    private static Map<String, TableRows> withUnpublished(Map<String, TableRows> tables) {
        TableRows days = tables.get("daily_metrics");
        List<Object> quiet = days.rows().get(20);
        quiet.set(days.columns().indexOf("messages"), 0L);
        TableRows cohorts = tables.get("weekly_retention");
        cohorts.rows().stream()
                .filter(row -> row.get(0).equals(LocalDate.of(2025, 1, 6)))
                .forEach(row -> row.set(cohorts.columns().indexOf("cohort_users"), 1L));
        for (String table : List.of("hourly_usage", "daily_categories", "daily_tools", "daily_models")) {
            List<List<Object>> rows = new ArrayList<>(tables.get(table).rows());
            List<Object> last = new ArrayList<>(rows.get(rows.size() - 1));
            last.set(0, ((LocalDate) last.get(0)).plusDays(1));
            rows.add(last);
            tables.put(table, new TableRows(tables.get(table).columns(), rows));
        }
        TableRows weeks = tables.get("weekly_metrics");
        tables.put(
                "weekly_metrics",
                new TableRows(
                        weeks.columns(), weeks.rows().subList(1, weeks.rows().size())));
        return tables;
    }

    private static List<List<Object>> query(Chart chart, Period period) throws SQLException {
        String sql = chart.sql()
                .replace(":from", "DATE '" + period.from() + "'")
                .replace(":to", "DATE '" + period.to() + "'")
                .replace(":min_users", String.valueOf(MIN_USERS));
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i));
            }
            assertThat(names)
                    .isEqualTo(chart.columns().stream().map(Column::name).toList());
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= names.size(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(comparable(row));
            }
        }
        // A chart with no records to show has no rows, whereas a sum over no records has one.
        return rows.stream().allMatch(row -> row.subList(1, row.size()).stream().allMatch(value -> value == null))
                ? List.of()
                : rows;
    }

    /** Numbers as text with nine digits, so that the type in which an engine sums does not matter. */
    private static List<Object> comparable(List<Object> row) {
        return row.stream()
                .map(value -> value instanceof Number number ? (Object) "%.9f".formatted(number.doubleValue()) : value)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void create(String name, TableRows table) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(table.columns().get(i) + " " + type(table, i));
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE %s (%s)".formatted(name, String.join(", ", columns)));
        }
        String marks =
                String.join(", ", table.columns().stream().map(column -> "?").toList());
        database.setAutoCommit(false);
        try (PreparedStatement insert =
                database.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(name, marks))) {
            for (List<Object> row : table.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i) instanceof Instant ? null : row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private static String type(TableRows table, int column) {
        Object value = table.rows().stream()
                .map(row -> row.get(column))
                .filter(found -> found != null)
                .findFirst()
                .orElse("");
        if (value instanceof LocalDate) {
            return "DATE";
        } else if (value instanceof Double) {
            return "DOUBLE";
        } else if (value instanceof Number) {
            return "BIGINT";
        }
        return value instanceof Boolean ? "BOOLEAN" : "VARCHAR";
    }
}
