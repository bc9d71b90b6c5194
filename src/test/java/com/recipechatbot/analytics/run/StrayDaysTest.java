package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few records of other days publish nothing there, and count once their own input is read. */
class StrayDaysTest {

    @TempDir
    private Path folder;

    /** Wednesday's folder holds records of the month, the week and the day before, and one of the next year. */
    @BeforeEach
    void export() {
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-09",
                        user("c1", "2025-01-09T10:00:00", "ann"),
                        // Of a day that comes later.
                        user("c2", "2025-01-15T11:00:00", "bob"))
                .day("2025-01-14", user("c3", "2025-01-14T23:00:00", "cid"))
                .day(
                        "2025-01-15",
                        user("c4", "2025-01-15T10:00:00", "ann"),
                        // Begun the day before, and found here only.
                        user("c5", "2025-01-14T23:59:00", "dee"),
                        user("c5", "2025-01-15T00:01:00", "dee"),
                        user("c6", "2025-01-08T12:00:00", "eve"),
                        user("c7", "2024-12-20T12:00:00", "fay"),
                        user("c8", "2026-01-03T12:00:00", "gus"))
                .day("2025-01-16", user("c7", "2025-01-16T12:00:00", "fay"));
    }

    @Test
    void onlyTheDaysOfTheRangeArePublishedAndTheOthersAreNamed() {
        Commands.Ended ended = backfill("lake", "2025-01-15", "2025-01-16");

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains("published 2 days, 2025-01-15 to 2025-01-16")
                .contains(
                        "loaded, but not published: messages of 2024-12-20, 2025-01-08, 2025-01-14, 2026-01-03. The run"
                                + " that reads the input of these days publishes them.");
        // A conversation counts on the day on which it began: c5 on the 14th, c7 in December.
        assertThat(rows("lake", MetricTable.DAILY_METRICS))
                .extracting(row -> row.get("day"), row -> row.get("messages"), row -> row.get("conversations"))
                .containsExactly(
                        tuple(LocalDate.parse("2025-01-15"), 2L, 1L), tuple(LocalDate.parse("2025-01-16"), 1L, 0L));
        assertThat(rows("lake", MetricTable.WEEKLY_METRICS))
                .extracting(
                        row -> row.get("week_start"),
                        row -> row.get("active_users"),
                        row -> row.get("is_left_censored"))
                .containsExactly(tuple(LocalDate.parse("2025-01-13"), 3L, true));
        assertThat(rows("lake", MetricTable.MONTHLY_METRICS))
                .extracting(
                        row -> row.get("month_start"),
                        row -> row.get("active_users"),
                        row -> row.get("is_left_censored"))
                .containsExactly(tuple(LocalDate.parse("2025-01-01"), 3L, true));
        assertThat(rows("lake", MetricTable.DAILY_RETENTION))
                .extracting(row -> row.get("cohort_day"), row -> row.get("cohort_users"))
                .containsExactly(tuple(LocalDate.parse("2025-01-15"), 2L), tuple(LocalDate.parse("2025-01-16"), 1L));

        Commands.Ended earlier = backfill("lake", "2025-01-14", "2025-01-14");

        assertThat(earlier.exitCode()).as(earlier.out()).isZero();
        assertThat(rows("lake", MetricTable.DAILY_METRICS))
                .extracting(
                        row -> row.get("day"),
                        row -> row.get("messages"),
                        row -> row.get("conversations"),
                        row -> row.get("conversation_messages"))
                .containsExactly(
                        tuple(LocalDate.parse("2025-01-14"), 2L, 2L, 3L),
                        tuple(LocalDate.parse("2025-01-15"), 2L, 1L, 1L),
                        tuple(LocalDate.parse("2025-01-16"), 1L, 0L, 0L));
    }

    @Test
    void aRecordOfTheNextYearDoesNotMakeSilentDaysOfAPlainFolderPresent() throws IOException {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.writeString(
                plain.resolve("all.jsonl"),
                String.join(
                        "\n",
                        user("c1", "2025-01-14T10:00:00", "ann"),
                        user("c2", "2025-01-16T10:00:00", "bob"),
                        user("c3", "2026-01-03T12:00:00", "cid")));

        Commands.Ended ended = Commands.backfill(
                "--input=" + plain,
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--min-users=1",
                "--from=2025-01-13",
                "--to=2025-01-18");

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(3);
        assertThat(ended.out())
                .contains("3 records read = 2 loaded + 0 duplicate + 0 rejected + 1 excluded")
                .contains("missing in the input: 2025-01-13, 2025-01-17, 2025-01-18.");
        assertThat(rows("lake", MetricTable.DAILY_METRICS))
                .extracting(row -> row.get("day"), row -> row.get("messages"), row -> row.get("is_complete"))
                .containsExactly(
                        tuple(LocalDate.parse("2025-01-14"), 1L, true),
                        // Silent, between days with records.
                        tuple(LocalDate.parse("2025-01-15"), 0L, true),
                        tuple(LocalDate.parse("2025-01-16"), 1L, false));
    }

    @Test
    void theOrderOfTheRunsDoesNotMatter() {
        // 10 to 13 January are missing.
        assertThat(backfill("at-once", "2025-01-09", "2025-01-16").exitCode()).isEqualTo(3);
        assertThat(rows("at-once", MetricTable.DAILY_METRICS))
                .extracting(row -> row.get("day"))
                .extracting(Object::toString)
                .containsExactly("2025-01-09", "2025-01-14", "2025-01-15", "2025-01-16");
        assertThat(rows("at-once", MetricTable.WEEKLY_METRICS))
                .extracting(row -> row.get("new_users"))
                // Ann was there the week before, bob, cid, dee and fay were not.
                .containsExactly(null, 4L);
        Map<String, Object> atOnce = TestLake.at(folder.resolve("at-once")).content();

        List<List<String>> orders = List.of(
                List.of("2025-01-15", "2025-01-09", "2025-01-16", "2025-01-14"),
                List.of("2025-01-16", "2025-01-14", "2025-01-09", "2025-01-15"));
        for (List<String> order : orders) {
            String lake = "from-" + order.get(0);
            for (String day : order) {
                Commands.Ended ended = Commands.dailyMetrics(arguments(lake, "--day=" + day));
                assertThat(ended.exitCode()).as(ended.err()).isZero();
            }
            for (String week : List.of("2025-W03", "2025-W02")) {
                assertThat(Commands.weeklyMetrics("--lake=" + folder.resolve(lake), "--week=" + week, "--min-users=1")
                                .exitCode())
                        .isZero();
            }
            assertThat(Commands.monthlyMetrics("--lake=" + folder.resolve(lake), "--month=2025-01")
                            .exitCode())
                    .isZero();

            assertThat(TestLake.at(folder.resolve(lake)).content()).as(lake).isEqualTo(atOnce);
        }
    }

    private static String user(String conversation, String time, String user) {
        return message(conversation, time, user, "user", "How do I make potato soup?");
    }

    private Commands.Ended backfill(String lake, String from, String to) {
        return Commands.backfill(arguments(lake, "--from=" + from, "--to=" + to));
    }

    private String[] arguments(String lake, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--input=" + folder.resolve("export"),
                                "--lake=" + folder.resolve(lake),
                                "--keys=" + Commands.keys(folder),
                                "--min-users=1",
                                "--keep-text"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private List<Map<String, Object>> rows(String lake, MetricTable table) {
        return TestLake.at(folder.resolve(lake)).rows(table);
    }
}
