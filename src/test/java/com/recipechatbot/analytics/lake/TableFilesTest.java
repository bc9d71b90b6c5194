package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.tables.TableContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever files are left out, the rows are those of the condition. */
class TableFilesTest {

    private static final TableContract MEALS = new TableContract(
            "meals",
            "restricted",
            "meal",
            "?",
            List.of("cook", "day"),
            "cook",
            List.of("day", "eaten_at", "plates"),
            "for ever",
            null,
            Map.of(),
            List.of(
                    new TableContract.Column("cook", "STRING", "Who cooked."),
                    new TableContract.Column("day", "DATE", "When."),
                    new TableContract.Column("eaten_at", "TIMESTAMP", "When exactly."),
                    new TableContract.Column("plates", "BIGINT", "How many."),
                    new TableContract.Column("dish", "STRING", "What.")));

    @TempDir
    private static Path folder;

    private static Lake lake;
    private static Dataset<Row> unfiled;

    /** Seven files: of three cooks and one unknown, some with unknown days. */
    @BeforeAll
    static void meals() {
        lake = Lake.open(TestSpark.session(), folder.resolve("lake").toString(), Optional.empty());
        for (String values : List.of(
                "('ann', DATE '2025-01-06', TIMESTAMP '2025-01-06 10:00:00.000001', 2, 'soup')",
                "('ann', DATE '2025-01-07', TIMESTAMP '2025-01-07 23:59:59.999999', -3, 'rice'), ('ann', NULL, NULL, NULL, 'tea')",
                "('ben', DATE '2025-01-06', TIMESTAMP '2025-01-06 10:00:00', 9000000000, 'stew')",
                "('ben', DATE '1969-12-31', TIMESTAMP '1969-12-31 23:59:59.9999', 0, 'bread')",
                "('a/b %20 c:\"', DATE '2025-01-08', TIMESTAMP '2025-01-08 00:00:00', 7, 'pie')",
                "(NULL, DATE '2025-01-09', TIMESTAMP '2025-01-09 12:00:00', 1, 'jam')",
                "('ann', NULL, NULL, NULL, NULL)")) {
            lake.append(
                    MEALS,
                    TestSpark.session()
                            .sql("SELECT * FROM VALUES %s AS meals(cook, day, eaten_at, plates, dish)"
                                    .formatted(values))
                            .coalesce(1));
        }
        Dataset<Row> all = lake.read(MEALS);
        unfiled = TestSpark.session().createDataFrame(all.collectAsList(), all.schema());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "false",
                "cook = 'ann'",
                "NOT cook = 'ann'",
                "cook IS NULL",
                "cook <=> NULL",
                "cook = 'a/b %20 c:\"'",
                "upper(cook) = 'BEN'",
                "cook BETWEEN 'a' AND 'anz'",
                "right(cook, 1) = 'n'",
                "cook IN ('ben', 'ann') AND NOT (cook IN ('ben'))",
                "NOT (cook = 'ben' AND day = DATE '2025-01-06')",
                "cook = 'ben' OR day = DATE '2025-01-09'",
                "(cook = 'ann' AND day < DATE '2025-01-07') OR (cook = 'ben' AND day >= DATE '2025-01-06')",
                "day = DATE '2025-01-06'",
                "DATE '2025-01-07' <= day",
                "DATE '2025-01-07' > day",
                "day > DATE '2025-01-06' AND day < DATE '2025-01-09'",
                "day BETWEEN DATE '1969-01-01' AND DATE '1970-01-01'",
                "day <=> NULL",
                "day <=> DATE '2025-01-06'",
                "NOT day = DATE '2025-01-06'",
                "day + INTERVAL 1 DAY = DATE '2025-01-07'",
                "day IN (DATE '2025-01-06', NULL)",
                "day NOT IN (DATE '2025-01-06')",
                "eaten_at = TIMESTAMP '2025-01-07 23:59:59.999999'",
                "eaten_at >= TIMESTAMP '2025-01-07 23:59:59.999999' AND eaten_at <= TIMESTAMP '2025-01-08 00:00:00'",
                "eaten_at <= TIMESTAMP '2025-01-06 10:00:00.000001' AND eaten_at > TIMESTAMP '2025-01-06 10:00:00'",
                "eaten_at < TIMESTAMP '1970-01-01 00:00:00'",
                "eaten_at = TIMESTAMP '1969-12-31 23:59:59.9999'",
                "plates >= 9000000000",
                "plates < 0",
                "plates IN (0, 1, 2)",
                "plates = 7.0",
                "dish = 'pie'",
                "dish > 'pie' AND day IS NOT NULL",
                "cook = dish"
            })
    void theRowsAreThoseOfTheCondition(String condition) {
        List<String> expected = rows(unfiled.where(condition));

        assertThat(rows(lake.read(MEALS).where(condition))).isEqualTo(expected);
        assertThat(rows(lake.read(MEALS, condition))).isEqualTo(expected);
    }

    /** Spark makes a set of a list that is as long. */
    @Test
    void longListsToo() {
        String days = String.join(
                ", ",
                IntStream.rangeClosed(1, 28)
                        .filter(day -> day != 7)
                        .mapToObj("DATE '2025-01-%02d'"::formatted)
                        .toList());

        assertThat(rows(lake.read(MEALS).where("day IN (%s)".formatted(days))))
                .hasSize(4)
                .isEqualTo(rows(unfiled.where("day IN (%s)".formatted(days))));
        assertThat(filesRead("day IN (%s)".formatted(days))).isEqualTo(5);
    }

    /** One more than needed of Ann: a file of unknown values has no least one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "day = DATE '2025-01-08' | 2",
                "eaten_at >= TIMESTAMP '2025-01-09 12:00:00' - INTERVAL 1 SECOND AND plates > -5 | 2",
                "plates = 9000000000 | 2",
                "cook = 'ben' AND day > DATE '2025-01-01' | 1",
                "NOT (cook IN ('ann', 'ben')) | 1"
            })
    void filesThatCannotHoldSuchRowsAreNotRead(String condition, long files) {
        assertThat(filesRead(condition)).isEqualTo(files);
    }

    @Test
    void aReadSeesOneVersion() {
        Lake changing =
                Lake.open(TestSpark.session(), folder.resolve("changing").toString(), Optional.empty());
        changing.append(MEALS, unfiled);
        Dataset<Row> before = changing.read(MEALS);

        changing.replace(MEALS, "NOT cook = 'ann'", unfiled.limit(0));

        assertThat(before.count()).isEqualTo(unfiled.count());
        assertThat(rows(changing.read(MEALS))).isEqualTo(rows(unfiled.where("cook = 'ann' OR cook IS NULL")));
    }

    private static List<String> rows(Dataset<Row> found) {
        return found.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    /** The number of files that Spark opens. */
    private static long filesRead(String condition) {
        var found = (org.apache.spark.sql.classic.Dataset<Row>) lake.read(MEALS).where(condition);
        found.collectAsList();
        return found.queryExecution()
                .executedPlan()
                .collectLeaves()
                .head()
                .metrics()
                .apply("numFiles")
                .value();
    }
}
