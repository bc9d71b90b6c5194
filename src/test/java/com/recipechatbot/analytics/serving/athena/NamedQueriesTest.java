package com.recipechatbot.analytics.serving.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import io.trino.sql.parser.SqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions can be asked, and where an answer could easily be wrong, it matches the one counted by hand. */
class NamedQueriesTest {

    static final String JSON_TABLE =
            "date STRING, total_conversations INT, unique_users INT, recipes_discussed MAP<STRING, INT>, "
                    + "total_messages INT, avg_conversation_length DOUBLE, year INT, month INT, day INT";

    static List<NamedQuery> queries() {
        return Stream.concat(NamedQuery.all().stream(), NamedQuery.restricted().stream())
                .toList();
    }

    @Test
    void theFolderContainsTheListedQueries() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("emr/athena/queries"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(queries().stream()
                            .map(query -> query.name() + ".sql")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isWrittenAsAthenaReadsIt(NamedQuery query) {
        assertThatCode(() -> new SqlParser().createStatement(query.sql())).doesNotThrowAnyException();
        assertThat(query.sql().lines().filter(line -> line.startsWith("--"))).noneMatch(line -> line.contains("?"));
        // The lengths that Athena accepts for the name and the description of a saved query.
        assertThat(query.name()).hasSizeLessThanOrEqualTo(128);
        assertThat(query.question()).endsWith("?").hasSizeLessThanOrEqualTo(1024);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void usesOnlyColumnsThatItsTablesHave(NamedQuery query) {
        SparkAnswers spark = new SparkAnswers();
        for (String name : query.tables()) {
            StructType columns = name.equals("daily_metrics_json")
                    ? StructType.fromDDL(JSON_TABLE)
                    : StructType.fromDDL(table(query, name).schemaDdl());
            spark.session().createDataFrame(List.of(), columns).createOrReplaceTempView(name);
        }

        assertThat(spark.ask(query).columns()).isNotEmpty();
    }

    @Test
    void recipesGrowBetweenCompleteWeeksThatBothNameThem() {
        SparkAnswers spark = new SparkAnswers()
                .with(
                        "weekly_metrics",
                        "week_start, is_complete",
                        "(DATE '2025-01-06', true), (DATE '2025-01-13', true), (DATE '2025-01-20', false)")
                .with("weekly_recipes", "week_start, recipe_key, recipe_name, conversations", """
                        (DATE '2025-01-06', 'soup', 'soup', 10), (DATE '2025-01-06', 'pie', 'pie', 5),
                        (DATE '2025-01-06', 'stew', 'stew', 4), (DATE '2025-01-06', '(other)', '(other)', 3),
                        (DATE '2025-01-13', 'soup', 'Soup', 14), (DATE '2025-01-13', 'pie', 'pie', 10),
                        (DATE '2025-01-13', 'stew', 'stew', 2), (DATE '2025-01-13', 'cake', 'cake', 7),
                        (DATE '2025-01-13', '(other)', '(other)', 9), (DATE '2025-01-20', 'soup', 'soup', 99)""");

        assertThat(spark.ask("which-recipes-grew-this-week"))
                .containsExactly(RowFactory.create("pie", 10, 5, 5), RowFactory.create("Soup", 14, 10, 4));
    }

    @Test
    void dishesThatFailAreThoseOfTheNewestCompleteWeek() {
        SparkAnswers spark = new SparkAnswers()
                .with(
                        "weekly_metrics",
                        "week_start, is_complete",
                        "(DATE '2025-01-06', true), (DATE '2025-01-13', true), (DATE '2025-01-20', false)")
                .with(
                        "weekly_recipes",
                        "week_start, recipe_name, conversations, completed, not_completed, problems",
                        """
                        (DATE '2025-01-06', 'pie', 30, 10, 9, 9), (DATE '2025-01-13', 'pie', 20, 12, 5, 6),
                        (DATE '2025-01-13', 'soup', 40, 30, 6, 9), (DATE '2025-01-13', 'stew', 9, 9, 0, 0),
                        (DATE '2025-01-13', '(other)', 50, NULL, NULL, NULL), (DATE '2025-01-20', 'cake', 9, 0, 9, 9)""");

        assertThat(spark.ask("what-people-asked-for-and-did-not-get"))
                .containsExactly(RowFactory.create("soup", 40, 30, 6, 9), RowFactory.create("pie", 20, 12, 5, 6));
    }

    @Test
    void retentionCoversCohortsWhoseWeekIsComplete() {
        SparkAnswers spark = new SparkAnswers()
                .with("weekly_metrics", "week_start", "(DATE '2025-01-06'), (DATE '2025-01-13'), (DATE '2025-01-20')")
                .with("weekly_retention", "cohort_week, weeks_since, users, cohort_users, is_left_censored", """
                        (DATE '2025-01-06', 0, 100L, 100L, true), (DATE '2025-01-06', 1, 90L, 100L, true),
                        (DATE '2025-01-13', 0, 10L, 10L, false), (DATE '2025-01-13', 1, 4L, 10L, false),
                        (DATE '2025-01-20', 0, 30L, 30L, false), (DATE '2025-01-20', 1, NULL, 30L, false)""");

        assertThat(spark.ask("how-many-users-stay"))
                .containsExactly(RowFactory.create(0, 40L, 40L, 1.0), RowFactory.create(1, 4L, 10L, 0.4));
    }

    @Test
    void usersOfAWeekAreNotASumOfDays() {
        SparkAnswers spark = new SparkAnswers()
                .with("weekly_metrics", "week_start", "(DATE '2025-01-06'), (DATE '2025-01-13')")
                .with("weekly_recipes", "week_start, recipe_key, recipe_name, users, mentions", """
                        (DATE '2025-01-06', 'pie', 'pie', 50L, 99L), (DATE '2025-01-13', 'pie', 'pie', 7L, 9L),
                        (DATE '2025-01-13', 'soup', 'soup', 6L, 12L), (DATE '2025-01-13', '(other)', '(other)', 20L, 40L),
                        (DATE '2025-01-20', 'pie', 'pie', 80L, 80L)""");

        // The week of the 20th has no row in weekly_metrics: it is not published.
        assertThat(spark.ask("which-recipes-are-mentioned-most-this-week"))
                .containsExactly(RowFactory.create("soup", 12L, 6L), RowFactory.create("pie", 9L, 7L));
    }

    @Test
    void theOriginalsQuestionsAreAnsweredFromItsFiles() {
        SparkAnswers spark = new SparkAnswers()
                .with(
                        "daily_metrics_json",
                        "date, total_conversations, unique_users, recipes_discussed, total_messages, year, month, day",
                        """
                        ('2025-01-15', 4, 3, map('soup', 2, '(other)', 3), 10, 2025, 1, 15),
                        ('2025-01-16', 0, 0, map(), 0, 2025, 1, 16),
                        ('2025-02-01', 9, 9, map('pie', 1), 9, 2025, 2, 1)""");

        assertThat(spark.ask("how-engaged-were-users-in-a-month"))
                .containsExactly(
                        RowFactory.create("2025-01-16", 0, 0, null), RowFactory.create("2025-01-15", 4, 3, 2.5));
        assertThat(spark.ask("how-many-recipes-came-up-in-a-month"))
                .containsExactly(RowFactory.create("2025-01-16", 0, 0), RowFactory.create("2025-01-15", 1, 5));
    }

    @Test
    void aHalfWrittenDayIsNotIncluded() {
        SparkAnswers spark = new SparkAnswers()
                .with("daily_metrics", "day, recipe_pairs", "(DATE '2025-01-06', 8L), (DATE '2025-02-05', 4L)")
                .with("daily_categories", "day, dimension, category, pairs", """
                        (DATE '2025-01-06', 'course', 'soup', 8L), (DATE '2025-02-05', 'course', 'soup', 3L),
                        (DATE '2025-02-05', 'course', 'unknown', 1L), (DATE '2025-02-06', 'course', 'soup', 5L)""");

        // January 6 is 30 days back, and February 6 is not published.
        assertThat(spark.ask("which-kinds-of-food-do-people-cook"))
                .containsExactly(
                        RowFactory.create("course", "soup", 3L, 0.75),
                        RowFactory.create("course", "unknown", 1L, 0.25));
    }

    @Test
    void mondayIsOne() {
        LocalDate monday = LocalDate.of(2025, 1, 6);
        SparkAnswers spark = new SparkAnswers()
                .with("daily_metrics", "day", "(DATE '%s'), (DATE '%s')".formatted(monday, monday.plusDays(7)))
                .with(
                        "hourly_usage",
                        "day, hour, user_messages",
                        "(DATE '%s', 9, 3L), (DATE '%s', 9, 6L)".formatted(monday, monday.plusDays(7)));

        assertThat(spark.ask("when-is-the-chatbot-busy")).containsExactly(RowFactory.create(1, 9, 4.5, 2L));
    }

    private static TableContract table(NamedQuery query, String name) {
        TableContract table = MetricTable.named(name).orElseThrow().contract();
        assertThat(table.area()).as(name).isEqualTo(NamedQuery.all().contains(query) ? "published" : "restricted");
        return table;
    }
}
