package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change concerns the rows that match its condition, and leaves all files alone that hold none of them. */
class TableChangeTest {

    private static final TableContract MEALS = new TableContract(
            "meals",
            "restricted",
            "meal",
            "?",
            List.of("cook", "day"),
            "cook",
            List.of("day"),
            "for ever",
            null,
            Map.of(),
            List.of(
                    new TableContract.Column("cook", "STRING", "Who cooked."),
                    new TableContract.Column("day", "DATE", "When."),
                    new TableContract.Column("dish", "STRING", "What.")));

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void threeDaysOfTwoCooks() {
        lake = Lake.open(TestSpark.session(), folder.resolve("lake").toString(), Optional.empty());
        for (String day : List.of("2025-01-06", "2025-01-07", "2025-01-08")) {
            lake.append(MEALS, meals("('ann', DATE '%1$s', 'soup'), ('ben', DATE '%1$s', 'rice')".formatted(day)));
        }
        // In one file: the known day makes the replacements read it.
        lake.append(
                MEALS,
                meals("('ann', NULL, 'soup'), ('ann', DATE '2025-01-06', 'tea')")
                        .coalesce(1));
    }

    @Test
    void rowsThatDoNotMatchOrAreNullStay() {
        lake.replace(MEALS, "dish = 'soup' AND day < DATE '2025-01-08'", meals("('ann', DATE '2025-01-06', 'soup')"));

        assertThat(all())
                .containsExactlyInAnyOrder(
                        "ann 2025-01-06 soup",
                        "ben 2025-01-06 rice",
                        "ben 2025-01-07 rice",
                        "ann 2025-01-08 soup",
                        "ben 2025-01-08 rice",
                        "ann 2025-01-06 tea",
                        "ann null soup");
    }

    @Test
    void filesOfOtherPartitionsAndDaysStayAsTheyAre() {
        Set<String> others = filesOf("cook = 'ben' OR day = DATE '2025-01-07'");
        assertThat(others).hasSize(4);

        lake.replace(
                MEALS,
                "cook IN ('ann') AND day IN (DATE '2025-01-06', DATE '2025-01-08')",
                meals("('ann', DATE '2025-01-06', 'stew')"));

        assertThat(all())
                .containsExactlyInAnyOrder(
                        "ann 2025-01-06 stew",
                        "ben 2025-01-06 rice",
                        "ann 2025-01-07 soup",
                        "ben 2025-01-07 rice",
                        "ben 2025-01-08 rice",
                        "ann null soup");
        assertThat(filesOf("cook = 'ben' OR day = DATE '2025-01-07'")).isEqualTo(others);
    }

    @Test
    void aWholePartitionIsReplaced() {
        lake.replace(MEALS, "cook IN ('ann')", meals("('ann', DATE '2025-01-09', 'stew')"));

        assertThat(all())
                .containsExactlyInAnyOrder(
                        "ann 2025-01-09 stew", "ben 2025-01-06 rice", "ben 2025-01-07 rice", "ben 2025-01-08 rice");
    }

    @Test
    void aRowThatDoesNotMatchIsRefusedAndNothingChanges() {
        List<String> before = all();

        assertThatThrownBy(() ->
                        lake.replace(MEALS, "day = DATE '2025-01-06'", meals("('ann', DATE '2025-01-07', 'stew')")))
                .hasStackTraceContaining("a new row does not match the condition");

        assertThat(all()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whatChangesNothingIsNoVersion() {
        long before = lake.version(MEALS).orElseThrow();

        lake.replace(
                MEALS,
                "day = DATE '2025-02-01'",
                meals("('ann', DATE '2025-02-01', 'stew')").limit(0));

        assertThat(lake.version(MEALS)).hasValue(before);
    }

    @Test
    void rowsOfAConditionAreDeletedAndCounted() {
        Set<String> others = filesOf("day = DATE '2025-01-07' OR cook = 'ben'");

        assertThat(lake.delete(MEALS, "dish = 'soup' AND day <> DATE '2025-01-07'"))
                .isEqualTo(2);

        assertThat(all())
                .containsExactlyInAnyOrder(
                        "ben 2025-01-06 rice",
                        "ann 2025-01-07 soup",
                        "ben 2025-01-07 rice",
                        "ben 2025-01-08 rice",
                        "ann null soup",
                        "ann 2025-01-06 tea");
        assertThat(filesOf("day = DATE '2025-01-07' OR cook = 'ben'")).isEqualTo(others);
    }

    @Test
    void aWholePartitionIsDeletedAndCounted() {
        assertThat(lake.delete(MEALS, "cook = 'ann'")).isEqualTo(5);

        assertThat(all())
                .containsExactlyInAnyOrder("ben 2025-01-06 rice", "ben 2025-01-07 rice", "ben 2025-01-08 rice");
        assertThat(lake.delete(MEALS, "true")).isEqualTo(3);
        assertThat(all()).isEmpty();
    }

    @Test
    void rowsOfKeysAreDeletedAndTheLogDoesNotNameThem() throws IOException {
        Set<String> others = filesOf("cook = 'ben'");
        lake.append(MEALS, meals("('ann', DATE '2025-01-10', CAST(NULL AS STRING))"));

        assertThat(lake.delete(MEALS, "dish", keys("soup", "secret pie"))).isEqualTo(4);

        assertThat(all())
                .containsExactlyInAnyOrder(
                        "ben 2025-01-06 rice",
                        "ben 2025-01-07 rice",
                        "ben 2025-01-08 rice",
                        "ann 2025-01-06 tea",
                        "ann 2025-01-10 null");
        assertThat(filesOf("cook = 'ben'")).isEqualTo(others);
        long version = lake.version(MEALS).orElseThrow();
        assertThat(Files.readString(folder.resolve("lake/restricted/meals/_delta_log/%020d.json".formatted(version))))
                .contains("\"remove\"")
                .doesNotContain("soup", "secret pie");
    }

    @Test
    void whatDeletesNothingIsNoVersion() {
        long before = lake.version(MEALS).orElseThrow();

        assertThat(lake.delete(MEALS, "dish = 'cake'")).isZero();
        assertThat(lake.delete(MEALS, "dish", keys("cake"))).isZero();

        assertThat(lake.version(MEALS)).hasValue(before);
    }

    @Test
    void anEmptyTableHasTheColumnsAndPartitionsOfItsContract() {
        Lake odd =
                Lake.open(TestSpark.session(), folder.resolve("a `lake` of 5%").toString(), Optional.empty());

        odd.create(MEALS);

        assertThat(odd.read(MEALS).collectAsList()).isEmpty();
        odd.append(MEALS, meals("('ann', DATE '2025-01-06', 'soup')"));
        assertThat(odd.read(MEALS).inputFiles()).singleElement().asString().contains("cook=ann");
        assertThat(odd.read(MEALS).count()).isEqualTo(1);
        assertThat(odd.read(MEALS).schema().apply("dish").getComment().get()).isEqualTo("What.");
    }

    /** As a kill while the table was made leaves it. */
    @Test
    void anEmptyTableIsMadeInAFolderThatIsThereAlready() throws IOException {
        Files.createDirectories(folder.resolve("lake/restricted/things/_delta_log/_staged_commits"));

        lake.create(Things.TABLE);

        assertThat(lake.exists(Things.TABLE)).isTrue();
        assertThat(lake.read(Things.TABLE).collectAsList()).isEmpty();
    }

    private List<String> all() {
        return lake.read(MEALS).collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.getDate(1) + " " + row.getString(2))
                .toList();
    }

    private static Dataset<Row> keys(String... keys) {
        return TestSpark.session()
                .createDataset(List.of(keys), Encoders.STRING())
                .toDF("key");
    }

    private Set<String> filesOf(String condition) {
        return new TreeSet<>(lake.read(MEALS)
                .where(condition)
                .select(functions.input_file_name())
                .as(Encoders.STRING())
                .collectAsList());
    }

    private static Dataset<Row> meals(String values) {
        return TestSpark.session().sql("SELECT * FROM VALUES %s AS meals(cook, day, dish)".formatted(values));
    }
}
