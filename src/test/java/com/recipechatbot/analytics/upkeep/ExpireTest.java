package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.StoredText;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.command.ExitCode;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Console;

/**
 * As of 2025-01-20 working rows are kept from 2024-10-22 (90 days), activity from 2023-12-17 (400 days), what is
 * published from 2023-01-20 (2 years).
 */
class ExpireTest {

    /** Without a dish, a tool or a model, a day has no row there. */
    private static final List<MetricTable> OF_WHAT_MESSAGES_NAME = List.of(
            MetricTable.DAILY_RECIPES, MetricTable.DAILY_CATEGORIES, MetricTable.DAILY_TOOLS, MetricTable.DAILY_MODELS);

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private static Set<String> gone;
    private static Ended ended;
    /** Scala's standard output, which is not that of the command. */
    private static final ByteArrayOutputStream printedByScala = new ByteArrayOutputStream();

    @BeforeAll
    static void aLakeOfTwoYearsExpires() throws IOException {
        TestExport export = new TestExport(made.resolve("export"))
                .day("2023-01-02", message("c1", "2023-01-02T10:00:00", "bob", "user", "How do I make apple pie?"))
                .day("2023-12-16", message("c2", "2023-12-16T10:00:00", "bob", "user", "Hello"), "{\"broken\":")
                .day("2023-12-17", message("c3", "2023-12-17T10:00:00", "bob", "user", "Hello"))
                .day(
                        "2024-10-21",
                        message("c4", "2024-10-21T12:00:00", "bob", "user", "Hello"),
                        message("c5", "2024-10-21T23:59:00", "cid", "user", "How do I make potato soup?"))
                .day(
                        "2024-10-22",
                        message("c5", "2024-10-22T00:01:00", "cid", "assistant", "Here is a recipe for potato soup:"),
                        "{\"broken\":")
                .day("2025-01-20", message("c6", "2025-01-20T10:00:00", "bob", "user", "Hello"));
        // The days between have no folder, which is said and counts as not ready.
        assertThat(backfill(made, export, "2023-01-02", "2025-01-20").exitCode())
                .isEqualTo(3);
        Pseudonyms pseudonyms = new Pseudonyms(KeyRing.read(Commands.keys(made)));
        gone = Set.of(
                pseudonyms.userDay("bob", (int) LocalDate.of(2023, 12, 17).toEpochDay()),
                pseudonyms.userDay("bob", (int) LocalDate.of(2024, 10, 21).toEpochDay()),
                pseudonyms.conversation("c4"));
        assertThat(StoredText.below(made.resolve("lake")).found(gone)).isEqualTo(gone);

        ended = Console.withOut(printedByScala, () -> expire(made, "2025-01-20"));
    }

    @BeforeEach
    void aLakeOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(file -> !file.equals(made)).toList()) {
                Files.copy(file, folder.resolve(made.relativize(file).toString()));
            }
        }
    }

    @Test
    void onlyTheResultIsPrinted() {
        assertThat(printedByScala.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(ended.out().lines()).last().isEqualTo("as of 2025-01-20; days before 2024-10-22 are closed");
    }

    @Test
    void explainSaysWhichRowsHaveExpired() {
        Ended explained = Commands.run(
                "explain", "daily_metrics.messages", "--day=2024-10-21", "--lake=" + folder.resolve("lake"));

        assertThat(explained.exitCode()).as(explained.err()).isZero();
        assertThat(explained.out())
                .contains("conversation_parts: 1 / 3 (rows before 2024-10-22 have expired)\n")
                .containsPattern("daily_metrics: 1 / \\d+\n");
        assertThat(Commands.run(
                                "explain",
                                "daily_metrics.messages",
                                "--day=2025-01-20",
                                "--lake=" + folder.resolve("lake"))
                        .out())
                .doesNotContain("expired");
    }

    @Test
    void eachTableKeepsWhatItPromises() throws IOException {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(StoredText.below(folder.resolve("lake")).found(gone)).isEmpty();
        assertThat(lake().messages())
                .extracting(row -> row.get("sent_at"))
                .containsExactlyInAnyOrder(
                        // It ran past midnight into a day that is kept, so all of it is.
                        Instant.parse("2024-10-21T23:59:00Z"),
                        Instant.parse("2024-10-22T00:01:00Z"),
                        Instant.parse("2025-01-20T10:00:00Z"));
        assertThat(days(MetricTable.CONVERSATION_PARTS)).containsExactly("2024-10-21", "2024-10-22", "2025-01-20");
        assertThat(days(MetricTable.CONVERSATIONS)).containsExactly("2024-10-21", "2025-01-20");
        assertThat(lake().rows(MetricTable.REJECTED_RECORDS))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("source_id")).startsWith("day-2024-10-22-"));
        // On the 22nd only the assistant wrote: a feature was used, by a user who was not active.
        assertThat(days(MetricTable.USER_ACTIVITY))
                .containsExactly("2023-12-17", "2024-10-21", "2024-10-22", "2025-01-20");
        for (MetricTable table : MetricTable.replaced(MetricTable.Replaced.BY_DAY)) {
            if (!OF_WHAT_MESSAGES_NAME.contains(table)) {
                assertThat(days(table))
                        .as(table.tableName())
                        .containsExactly("2023-12-16", "2023-12-17", "2024-10-21", "2024-10-22", "2025-01-20");
            }
        }
        assertThat(lake().rows(MetricTable.WEEKLY_METRICS).stream()
                        .map(row -> row.get("week_start").toString())
                        .sorted()
                        .findFirst())
                .contains("2023-12-11");
        assertThat(compatibilityFile("2023-01-02")).doesNotExist();
        assertThat(compatibilityFile("2023-12-16")).exists();
        assertThat(ended.out())
                .contains("conversation_parts     90 days    2024-10-22           4")
                // c1: that bob wrote, and that he asked for a recipe; c2.
                .contains("user_activity          400 days   2023-12-17           3")
                .contains("daily_metrics          2 years    2023-01-20           1")
                .contains("compatibility files    2 years    2023-01-20           1")
                .contains("tombstones             for ever   -                    0")
                .contains("as of 2025-01-20; days before 2024-10-22 are closed");
    }

    @Test
    void manySmallFilesBecomeOne() throws IOException {
        // A row and a file by the backfill, and another by the expiry itself.
        assertThat(lake().rows(MetricTable.PIPELINE_RUNS))
                .extracting(row -> row.get("job"))
                .containsExactlyInAnyOrder("backfill", "expire");
        try (Stream<Path> files = Files.list(folder.resolve("lake/restricted/pipeline_runs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                    .hasSize(1);
        }
    }

    @Test
    void expiringAgainOrAsOfAnEarlierDayChangesNothing() {
        Map<String, Object> once = content();

        Ended again = expire(folder, "2025-01-20");
        Ended earlier = expire(folder, "2024-12-01");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(content()).isEqualTo(once);
        assertThat(earlier.out()).contains("as of 2024-12-01; days before 2024-10-22 are closed");
    }

    @Test
    void aClosedDayIsNeverRestated() {
        List<Map<String, Object>> published = lake().rows(MetricTable.DAILY_METRICS);
        // Another folder would be another source.
        TestExport export = new TestExport(made.resolve("export"))
                .day(
                        "2024-10-22",
                        message("c5", "2024-10-22T00:01:00", "cid", "assistant", "Here is a recipe for potato soup:"),
                        message("c5", "2024-10-22T00:02:00", "cid", "user", "Thanks"),
                        message("c4", "2024-10-21T12:01:00", "bob", "user", "Late"));

        Ended late = backfill(folder, export, "2024-10-22", "2024-10-22");
        Ended closed = backfill(folder, export, "2024-10-21", "2024-10-22");

        assertThat(late.exitCode()).as(late.err()).isZero();
        assertThat(late.out())
                .contains("3 records read = 2 loaded + 0 duplicate + 0 rejected + 1 excluded")
                .contains("excluded: 1 expired");
        assertThat(day(lake().rows(MetricTable.DAILY_METRICS), "2024-10-21")).isEqualTo(day(published, "2024-10-21"));
        // The conversation began the day before: it is no new one of this day.
        assertThat(day(lake().rows(MetricTable.DAILY_METRICS), "2024-10-22"))
                .containsEntry("messages", 2L)
                .containsEntry("conversations", 0L);
        assertThat(days(MetricTable.USER_ACTIVITY))
                .containsExactly("2023-12-17", "2024-10-21", "2024-10-22", "2025-01-20");
        assertThat(closed.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(closed.err().strip())
                .endsWith(
                        "Cannot publish 2024-10-21: the days before 2024-10-22 are closed, because their rows have expired, were made with earlier keys or were shredded. Give days from 2024-10-22 on.");
        assertThat(Commands.weeklyMetrics("--lake=" + folder.resolve("lake"), "--week=2024-W43")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    /** The lake is named as people do, from where they are. */
    private static Ended expire(Path folder, String asOf) {
        return Commands.run(
                "expire",
                "--lake=" + Path.of("").toAbsolutePath().relativize(folder.resolve("lake")),
                "--as-of=" + asOf);
    }

    private static Ended backfill(Path folder, TestExport export, String from, String to) {
        return Commands.backfill(
                "--input=" + export.root(),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(made),
                "--min-users=1",
                "--from=" + from,
                "--to=" + to);
    }

    private TestLake lake() {
        return TestLake.at(folder.resolve("lake"));
    }

    private Path compatibilityFile(String day) {
        String[] part = day.split("-");
        return folder.resolve("lake/aggregated/daily/year=%s/month=%s/day=%s/daily-metrics-%s.json"
                .formatted(part[0], part[1], part[2], day));
    }

    private List<String> days(MetricTable table) {
        return lake().rows(table).stream()
                .map(row -> row.get("day").toString())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Object> day(List<Map<String, Object>> rows, String day) {
        return rows.stream()
                .filter(row -> row.get("day").toString().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> content() {
        return Stream.of(MetricTable.values())
                .filter(table ->
                        !MetricTable.replaced(MetricTable.Replaced.NEVER).contains(table)
                                && table != MetricTable.MESSAGE_TEXTS
                                && table != MetricTable.ITEM_WRITES)
                .collect(Collectors.toMap(
                        MetricTable::tableName, table -> lake().rows(table), (one, other) -> one, TreeMap::new));
    }
}
