package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole pipeline over the sample export gives what the generator planted, to the row; compiled, as for a large day. */
class OracleTest {

    /** A revision counts runs, a version is the software's. */
    private static final Set<String> KNOWN_TO_THE_PIPELINE_ONLY = Set.of("revision", "extractor_version");

    @TempDir
    private static Path folder;

    private static JsonNode expected;
    private static TestLake lake;

    @BeforeAll
    static void runTheSample() throws Exception {
        Path export = folder.resolve("export");
        assertThat(Commands.run(
                                "generate",
                                "--from=2025-01-06",
                                "--days=28",
                                "--conversations-per-day=40",
                                "--seed=1",
                                "--output=" + export)
                        .exitCode())
                .isZero();
        Commands.Ended ended = TestSpark.compiling(() -> Commands.backfill(
                "--input=" + export.resolve("conversations"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--min-users=1",
                "--from=2025-01-06",
                "--to=2025-02-02"));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        expected = new ObjectMapper().readTree(export.resolve("expected.json").toFile());
        lake = TestLake.at(folder.resolve("lake"));
    }

    static Stream<MetricTable> publishedTables() {
        return Stream.of(MetricTable.values())
                .filter(table -> table.contract().area().equals("published"));
    }

    @ParameterizedTest
    @MethodSource("publishedTables")
    void everyPublishedColumnIsExpected(MetricTable table) {
        assertThat(expected.has(table.tableName())).as("an Expected" + table).isTrue();
        List<String> columns = new ArrayList<>();
        expected.get(table.tableName()).get(0).fieldNames().forEachRemaining(columns::add);
        assertThat(table.contract().columns())
                .extracting(TableContract.Column::name)
                .filteredOn(column -> !KNOWN_TO_THE_PIPELINE_ONLY.contains(column))
                .containsExactlyInAnyOrderElementsOf(columns);
    }

    @ParameterizedTest
    @MethodSource("publishedTables")
    void aPublishedTableHoldsExactlyWhatWasPlanted(MetricTable table) {
        assertThat(actual(table).stream().filter(row -> table != MetricTable.HOURLY_USAGE || isUsed(row)))
                .containsExactlyInAnyOrderElementsOf(expected(table));
    }

    /** The generator tells the hours with messages, of which each conversation has one when it starts. */
    private static boolean isUsed(Map<String, String> hour) {
        return !hour.get("messages").equals("0");
    }

    @Test
    void everyHourHasARow() {
        assertThat(actual(MetricTable.HOURLY_USAGE)).hasSize(28 * 24);
    }

    @Test
    void theDailyFilesHoldWhatTheOriginalWouldHaveCounted() throws Exception {
        for (JsonNode day : expected.get("daily_files")) {
            String date = day.get("date").asText();
            String[] part = date.split("-");
            Path file = folder.resolve("lake/aggregated/daily/year=%s/month=%s/day=%s/daily-metrics-%s.json"
                    .formatted(part[0], part[1], part[2], date));
            assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(day);
        }
    }

    @Test
    void everyValueOfPersonalDataIsMasked() {
        Map<String, Long> masked = new TreeMap<>();
        for (Map<String, Object> message : lake.rows(MetricTable.CONVERSATION_PARTS)) {
            for (Object redaction : (List<?>) message.get("redactions")) {
                Map<?, ?> found = (Map<?, ?>) redaction;
                masked.merge(found.get("type").toString(), ((Number) found.get("count")).longValue(), Long::sum);
            }
        }
        Map<String, Long> planted = new TreeMap<>();
        expected.get("personal_data")
                .forEach(row -> planted.put(
                        row.get("type").asText().toLowerCase(Locale.ROOT),
                        row.get("count").asLong()));

        assertThat(masked).isEqualTo(planted);
    }

    @Test
    void everyRecordIsAccountedFor() {
        assertThat(actual(MetricTable.PIPELINE_RUNS)).containsExactlyElementsOf(expected(MetricTable.PIPELINE_RUNS));
        assertThat(lake.messages())
                .hasSize(expected.at("/pipeline_runs/0/rows_loaded").asInt());
    }

    @Test
    void everyRejectedRecordIsARowWithItsReason() {
        Map<String, Long> reasons = lake.rows(MetricTable.REJECTED_RECORDS).stream()
                .collect(Collectors.groupingBy(row -> (String) row.get("reason"), TreeMap::new, Collectors.counting()));
        Map<String, Long> planted = new TreeMap<>();
        expected.get("rejected_records")
                .forEach(row ->
                        planted.put(row.get("reason").asText(), row.get("count").asLong()));

        assertThat(reasons).isEqualTo(planted);
    }

    /** The rows with the columns that the oracle knows, as text. */
    private static List<Map<String, String>> actual(MetricTable table) {
        List<String> known = new ArrayList<>();
        expected.get(table.tableName()).get(0).fieldNames().forEachRemaining(known::add);
        return lake.rows(table, column -> known.contains(column)).stream()
                .map(row -> {
                    Map<String, String> text = new TreeMap<>();
                    row.forEach((column, value) -> text.put(column, text(value)));
                    return text;
                })
                .toList();
    }

    private static List<Map<String, String>> expected(MetricTable table) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode row : expected.get(table.tableName())) {
            Map<String, String> text = new TreeMap<>();
            row.properties()
                    .forEach(field -> text.put(
                            field.getKey(),
                            field.getValue().isDouble()
                                    ? text(field.getValue().asDouble())
                                    : field.getValue().asText()));
            rows.add(text);
        }
        return rows;
    }

    private static String text(Object value) {
        return value instanceof Double number ? "%.9f".formatted(number) : Objects.toString(value);
    }
}
