package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repetitions, other orders and late records end in the same tables. */
class RerunTest {

    @TempDir
    private Path folder;

    private final String monday = message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?");
    private final String mondayAnswer =
            message("c1", "2025-01-06T10:00:05", "ann", "assistant", "Here is a recipe for potato soup:");
    private final String beforeMidnight =
            message("c2", "2025-01-06T23:59:00", "bob", "user", "How do I make lentil curry?");
    private final String afterMidnight =
            message("c2", "2025-01-07T00:01:00", "bob", "assistant", "Here is a recipe for lentil curry:");
    private final String tuesday = message("c3", "2025-01-07T12:00:00", "ann", "user", "How do I make apple pie?");
    private final String lateOfMonday = message("c4", "2025-01-06T18:00:00", "cid", "user", "Hello");
    private final String wednesday = message("c5", "2025-01-08T09:00:00", "dee", "user", "Thanks!");

    private TestExport export() {
        return new TestExport(folder.resolve("export"))
                .day("2025-01-06", monday, mondayAnswer, beforeMidnight, "{\"broken\": ")
                // Tuesday's folder repeats a record of Monday's and brings a late one.
                .day("2025-01-07", afterMidnight, tuesday, lateOfMonday, mondayAnswer)
                .day("2025-01-08", wednesday, wednesday);
    }

    @Test
    void aBackfillRunTwiceGivesTheSameRows() throws Exception {
        export();
        // As a run leaves it that was killed in the first write of a table: a log without a commit.
        Files.createDirectories(folder.resolve("lake/restricted/messages/_delta_log/_staged_commits"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"UTC\"}");
        backfill("lake", "2025-01-06", "2025-01-08");
        Map<String, Object> once = content("lake");

        backfill("lake", "2025-01-06", "2025-01-08");

        assertThat(content("lake")).isEqualTo(once);
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.PIPELINE_RUNS))
                .extracting(run -> run.get("table_versions").toString())
                .hasSize(2)
                // The second commit of a table is its version 1.
                .anyMatch(versions -> versions.contains("{table_name=daily_metrics, version=1}"));
    }

    @Test
    void daysInAnyOrderGiveTheTablesOfOneBackfill() {
        export();
        backfill("at-once", "2025-01-06", "2025-01-08");
        for (String day : List.of("2025-01-08", "2025-01-06", "2025-01-07")) {
            Commands.Ended ended = Commands.dailyMetrics(arguments("one-by-one", "--day=" + day));
            assertThat(ended.exitCode()).as(ended.err()).isZero();
        }
        // The daily job leaves weeks and months to their own jobs.
        Commands.Ended week =
                Commands.weeklyMetrics("--lake=" + folder.resolve("one-by-one"), "--week=2025-W02", "--min-users=1");
        assertThat(week.exitCode()).as(week.err()).isZero();
        Commands.Ended month = Commands.monthlyMetrics("--lake=" + folder.resolve("one-by-one"), "--month=2025-01");
        assertThat(month.exitCode()).as(month.err()).isZero();

        assertThat(content("one-by-one")).isEqualTo(content("at-once"));
        assertThat(TestLake.at(folder.resolve("one-by-one")).rows(MetricTable.PIPELINE_RUNS))
                .extracting(run -> run.get("job"))
                .containsExactlyInAnyOrder(
                        "daily-metrics", "daily-metrics", "daily-metrics", "weekly-metrics", "monthly-metrics");
    }

    /** How a conversation went counts on each day on which a model answered in it. */
    @Test
    void whatIsOpenOnItsSecondDayCountsThereWhenItIsOver() {
        new TestExport(folder.resolve("export"))
                .day("2025-01-06", beforeMidnight)
                .day(
                        "2025-01-07",
                        message(
                                        "c2",
                                        "2025-01-07T23:40:00",
                                        "bob",
                                        "assistant",
                                        "Here is a recipe for **Lentil Curry**.")
                                .replace("{}", "{\"model\": \"gpt-4o\", \"cost\": 0.5}"),
                        message("c2", "2025-01-07T23:50:00", "bob", "user", "Thanks, I made it and it was great"))
                .day("2025-01-08", wednesday)
                .day("2025-01-09");
        backfill("at-once", "2025-01-06", "2025-01-09");
        assertThat(models("at-once")).containsExactly("2025-01-07 gpt-4o completed 1 of 1");

        backfill("one-by-one", "2025-01-06", "2025-01-07");
        assertThat(models("one-by-one")).containsExactly("2025-01-07 gpt-4o completed 0 of 1");
        backfill("one-by-one", "2025-01-08", "2025-01-09");

        assertThat(content("one-by-one")).isEqualTo(content("at-once"));
    }

    private List<String> models(String lake) {
        return TestLake.at(folder.resolve(lake)).rows(MetricTable.DAILY_MODELS).stream()
                .map(row -> "%s %s completed %s of %s"
                        .formatted(row.get("day"), row.get("model"), row.get("completed"), row.get("conversations")))
                .toList();
    }

    @Test
    void aSourceThatChangedRestatesTheDaysThatItTouchedBefore() {
        TestExport export = export();
        backfill("lake", "2025-01-06", "2025-01-08");
        assertThat(day("2025-01-06")).containsEntry("active_users", 3L).containsEntry("conversations", 3L);
        assertThat(day("2025-01-06")).containsEntry("conversation_messages", 5L).containsEntry("revision", 1);

        // Tuesday comes again without the late record of Monday and without the end of the conversation past midnight.
        export.day("2025-01-07", tuesday);
        Commands.Ended ended = Commands.dailyMetrics(arguments("lake", "--day=2025-01-07"));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(day("2025-01-06")).containsEntry("active_users", 2L).containsEntry("conversations", 2L);
        assertThat(day("2025-01-06")).containsEntry("conversation_messages", 3L).containsEntry("revision", 2);
        assertThat(day("2025-01-08")).containsEntry("revision", 1);
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.RESTATEMENTS))
                .filteredOn(row -> row.get("metric").equals("active_users"))
                .extracting(row -> row.get("day"), row -> row.get("old_value"), row -> row.get("new_value"))
                .containsExactly(tuple(LocalDate.parse("2025-01-06"), "3", "2"));
        // The week had been published: it is restated with its days.
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.WEEKLY_METRICS))
                .singleElement()
                .satisfies(week ->
                        assertThat(week).containsEntry("active_users", 3L).containsEntry("conversations", 4L));
    }

    @Test
    void daysThatAKilledRunLeftUnfinishedAreRebuiltByTheNextRun() throws Exception {
        export();
        backfill("lake", "2025-01-06", "2025-01-08");
        Map<String, Object> whole = content("lake");
        Path lake = folder.resolve("lake");
        // As after a kill: somebody who is gone holds the lake, and has half rewritten Monday.
        TestSpark.session()
                .sql("DELETE FROM delta.`%s/published/daily_metrics` WHERE day = DATE '2025-01-06'".formatted(lake));
        TestSpark.session()
                .sql("DELETE FROM delta.`%s/restricted/conversations` WHERE day = DATE '2025-01-06'".formatted(lake));
        Files.writeString(lake.resolve("lease.json"), """
                {"job": "backfill", "run_id": "gone", "host": "another-machine", "process": 1,
                 "since": "2025-01-09T00:00:00Z", "last_seen": "2025-01-09T00:00:00Z", "unfinished_days": ["2025-01-06"]}
                """);

        Commands.Ended ended = Commands.dailyMetrics(arguments("lake", "--day=2025-01-08"));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(content("lake")).isEqualTo(whole);
    }

    private Map<String, Object> day(String day) {
        return TestLake.at(folder.resolve("lake")).rows(MetricTable.DAILY_METRICS).stream()
                .filter(row -> row.get("day").equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }

    private void backfill(String lake, String from, String to) {
        Commands.Ended ended = Commands.backfill(arguments(lake, "--from=" + from, "--to=" + to));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
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

    private Map<String, Object> content(String lake) {
        return TestLake.at(folder.resolve(lake)).content();
    }
}
