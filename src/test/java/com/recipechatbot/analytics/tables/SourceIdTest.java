package com.recipechatbot.analytics.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.tables.SourceId.Kind;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceIdTest {

    private static final SourceId JANUARY = SourceId.parse("export-2025-01-06-0a1b2c3d");

    @ParameterizedTest
    @CsvSource({
        "day-2025-01-15-0a1b2c3d, DAY, 2025-01-15, 0a1b2c3d",
        "export-2024-02-29-ffffffff, EXPORT, 2024-02-29, ffffffff",
        "folder-1970-01-01-00000000, FOLDER, 1970-01-01, 00000000",
        "replay-2025-12-31-9f, REPLAY, 2025-12-31, 9f",
        "day-0999-01-15-0a1b2c3d, DAY, 0999-01-15, 0a1b2c3d"
    })
    void isReadAsItIsPrinted(String printed, Kind kind, LocalDate day, String hash) {
        SourceId id = SourceId.parse(printed);

        assertThat(id).isEqualTo(new SourceId(kind, day, hash)).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "day",
                "day-2025-01-15",
                "day-2025-1-15-0a1b2c3d",
                "day-2025-02-29-0a1b2c3d",
                "week-2025-01-15-0a1b2c3d",
                "DAY-2025-01-15-0a1b2c3d",
                " day-2025-01-15-0a1b2c3d"
            })
    void whatIsNotAnIdIsRefused(String text) {
        assertThatThrownBy(() -> SourceId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read '%s' as the id of a source: expected one like day-2025-01-15-0a1b2c3d.", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "' OR '1'='1", "%", "____", "0A", "a-b"})
    void aHashThatMeansSomethingInSqlIsRefused(String hash) {
        assertThatThrownBy(() -> new SourceId(Kind.DAY, LocalDate.EPOCH, hash))
                .hasMessage("Cannot make the id of a source: its hash may hold only lower-case letters and digits.");
    }

    @Test
    void theSourcesOfAnInputDifferInTheirDay() {
        SourceId february = JANUARY.of(LocalDate.parse("2025-02-06"));

        assertThat(february).hasToString("export-2025-02-06-0a1b2c3d");
        assertThat(february.isOfSameInput(JANUARY)).isTrue();
        assertThat(SourceId.parse("export-2025-01-06-0a1b2c3e").isOfSameInput(JANUARY))
                .isFalse();
        assertThat(SourceId.parse("folder-2025-01-06-0a1b2c3d").isOfSameInput(JANUARY))
                .isFalse();
    }

    @Test
    void sqlFindsTheRowsOfASource() {
        List<String> rows = List.of(
                "day-2025-01-06-0a1b2c3d",
                "export-2025-01-06-0a1b2c3d",
                "export-2025-01-07-0a1b2c3d",
                "export-2025-01-07-11111111",
                "replay-2025-01-08-0a1b2c3d");
        SparkSession spark = TestSpark.session();
        spark.createDataset(rows, Encoders.STRING()).toDF("source_id").createOrReplaceTempView("source_id_rows");

        assertThat(rowsWhere(spark, JANUARY.conditionOfAnyDay())).containsExactly(rows.get(1), rows.get(2));
        assertThat(rowsWhere(spark, Kind.REPLAY.condition())).containsExactly(rows.get(4));
        assertThat(rowsWhere(spark, SourceId.condition(List.of(JANUARY, SourceId.parse(rows.get(3))))))
                .containsExactly(rows.get(1), rows.get(3));
        assertThat(rowsWhere(spark, SourceId.condition(List.of()))).isEmpty();
        assertThat(rowsWhere(spark, SourceId.DAY_SQL + " < DATE '2025-01-07'"))
                .containsExactly(rows.get(0), rows.get(1));
        assertThat(rowsWhere(spark, SourceId.HASH_SQL + " = '11111111'")).containsExactly(rows.get(3));
        assertThat(spark.sql("SELECT DISTINCT " + SourceId.sqlOf("DATE '2025-02-06'") + " AS id FROM source_id_rows"
                                + " WHERE " + JANUARY.conditionOfAnyDay())
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactly("export-2025-02-06-0a1b2c3d");
    }

    private static List<String> rowsWhere(SparkSession spark, String condition) {
        return spark.table("source_id_rows")
                .where(condition)
                .as(Encoders.STRING())
                .collectAsList();
    }
}
