package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir
    private Path folder;

    @Test
    void aSoundLakeHoldsAndEachDamageIsSaid() throws IOException {
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-06",
                        message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?"),
                        message("c1", "2025-01-06T10:00:05", "ann", "assistant", "Here is a recipe for potato soup:"),
                        "{\"broken\": ")
                .day("2025-01-07", message("c2", "2025-01-07T10:00:00", "bob", "user", "Good morning!"))
                .day("2025-01-14", message("c3", "2025-01-14T10:00:00", "ann", "user", "Good morning!"));
        Ended run = Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--min-users=1",
                "--from=2025-01-06",
                "--to=2025-01-14");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3); // the days between have no folder

        Ended sound = verify();

        assertThat(sound.exitCode()).as(sound.out() + sound.err()).isZero();
        assertThat(sound.out().lines())
                .contains(
                        "table               version  reader  rows",
                        "conversation_parts        0       1     3",
                        "message_texts       -        -       -",
                        "rejected_records          0       1     1",
                        "daily_metrics             0       1     3")
                .endsWith(
                        "no violations; runs that account for every record: 1; published days that agree with the tables and files beside them: 3");

        damage();
        Ended damaged = verify();

        assertThat(damaged.exitCode()).isEqualTo(4);
        assertThat(damaged.out().lines().dropWhile(line -> !line.startsWith("unfinished")))
                .map(line -> line.replaceAll("run [-0-9a-f]{36}", "run R"))
                .containsExactly(
                        "unfinished, may disagree until the next run has ended: 2025-01-07",
                        "violated: conversations has Delta reader version 3 [deletionVectors]: Athena reads 1. A table cannot go back: remove the setting that raised it and backfill into a new lake.",
                        "violated: weekly_features has rows with the same week_start and feature as another row (1): run their days again with jobs/run backfill.",
                        "violated: weekly_recipes cannot be read (a file is gone): restore its files, or backfill into a new lake.",
                        "violated: the run R of backfill read 6 records and accounts for 5: run it again, and report it if it persists.",
                        "violated: daily_metrics of 2025-01-06 has 2 messages, hourly_usage 0: run the day again with jobs/run backfill.",
                        "violated: daily_metrics of 2025-01-06 has 1 conversations, hourly_usage 0: run the day again with jobs/run backfill.",
                        "violated: daily_metrics of 2025-01-07 has 1 messages, conversation_parts 0: run the day again with jobs/run backfill.",
                        "violated: daily_metrics has 2025-01-14, but aggregated/daily/year=2025/month=01/day=14/daily-metrics-2025-01-14.json does not exist: run the day again with jobs/run backfill.",
                        "violated: weekly_metrics of 2025-01-13 has 1 active users, of whom 2 are new, returning or resurrected: publish it again with jobs/run backfill.",
                        "findings: 9");
    }

    private void damage() throws IOException {
        Files.writeString(folder.resolve("lake/lease.json"), "{\"unfinished_days\": [\"2025-01-07\"]}");
        sql("ALTER TABLE %s SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')", "restricted/conversations");
        sql("DELETE FROM %s WHERE day = DATE '2025-01-06' AND hour = 10", "published/hourly_usage");
        sql("UPDATE %s SET rows_read = rows_read + 1", "restricted/pipeline_runs");
        sql("UPDATE %s SET new_users = new_users + 1 WHERE NOT is_left_censored", "published/weekly_metrics");
        sql("DELETE FROM %s WHERE day = DATE '2025-01-07'", "restricted/conversation_parts");
        sql("INSERT INTO %1$s SELECT * FROM %1$s LIMIT 1", "published/weekly_features");
        Files.delete(folder.resolve("lake/aggregated/daily/year=2025/month=01/day=14/daily-metrics-2025-01-14.json"));
        try (Stream<Path> files = Files.list(folder.resolve("lake/published/weekly_recipes"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
                Files.delete(file);
            }
        }
    }

    private void sql(String statement, String table) {
        TestSpark.session()
                .sql(statement.formatted(
                        "delta.`%s`".formatted(folder.resolve("lake").resolve(table))));
    }

    /** The run starts the lost table again; the other tables still have all their rows. */
    @Test
    void aBackfillAfterALossLeavesOtherWeeksAlone() throws IOException {
        new TestExport(folder.resolve("export"))
                .day("2025-01-12", message("c1", "2025-01-12T10:00:00", "ann", "user", "How do I make potato soup?"))
                .day("2025-01-13", message("c2", "2025-01-13T10:00:00", "ann", "user", "How do I make onion soup?"));
        List<String> arguments = List.of(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--min-users=1",
                "--from=2025-01-12");
        assertThat(backfill(arguments, "--to=2025-01-13").exitCode()).isZero();
        delete(folder.resolve("lake/restricted/conversation_parts"));

        Ended again = backfill(arguments, "--to=2025-01-12");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(TestSpark.session()
                        .read()
                        .format("delta")
                        .load(folder.resolve("lake/published/weekly_recipes").toString())
                        .select("recipe_name")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("potato soup", "onion soup");
    }

    private static Ended backfill(List<String> arguments, String to) {
        return Commands.backfill(
                Stream.concat(arguments.stream(), Stream.of(to)).toArray(String[]::new));
    }

    @Test
    void lostTablesAreNamedAndOnlyABackfillStartsThemAgain() throws IOException {
        new TestExport(folder.resolve("export"))
                .day("2025-01-06", message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?"));
        String[] arguments = {
            "--input=" + folder.resolve("export"),
            "--lake=" + folder.resolve("lake"),
            "--keys=" + Commands.keys(folder),
            "--min-users=1"
        };
        String[] days = {"--from=2025-01-06", "--to=2025-01-06"};
        assertThat(Commands.backfill(
                                Stream.of(arguments, days).flatMap(Stream::of).toArray(String[]::new))
                        .exitCode())
                .isZero();
        delete(folder.resolve("lake/published/daily_tools"));
        delete(folder.resolve("lake/restricted/pipeline_runs/_delta_log"));

        Ended lost = verify();

        assertThat(lost.exitCode()).isEqualTo(4);
        assertThat(lost.out().lines().filter(line -> line.contains("is lost")))
                .containsExactlyInAnyOrder(
                        "violated: pipeline_runs is lost: it was written before, and is not in restricted/pipeline_runs."
                                + " Restore this folder, or run jobs/run backfill over all days of the export.",
                        "violated: daily_tools is lost: it was written before, and is not in published/daily_tools."
                                + " Restore this folder, or run jobs/run backfill over all days of the export.");

        delete(folder.resolve("lake/restricted/pipeline_runs"));
        Ended refused = Commands.dailyMetrics(Stream.of(arguments, new String[] {"--day=2025-01-06"})
                .flatMap(Stream::of)
                .toArray(String[]::new));
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(4);
        assertThat(refused.err())
                .contains(
                        "Cannot write to the lake %s: it has lost daily_tools, pipeline_runs. Restore the folders, or run backfill over all days of the export, which starts these tables again."
                                .formatted(folder.resolve("lake")));

        Ended again =
                Commands.backfill(Stream.of(arguments, days).flatMap(Stream::of).toArray(String[]::new));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("lost tables, started again with the days of this run only: daily_tools, pipeline_runs. Run"
                        + " backfill over all days of the export.");
        assertThat(verify().exitCode()).isZero();
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Ended verify() {
        return Commands.run("verify", "--lake=" + folder.resolve("lake"));
    }

    @Test
    void aFolderThatIsNoLakeIsWrongUsage() {
        Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo(
                        "Cannot verify %s: there is no lake. Check the path, or run jobs/run backfill or daily-metrics first.\n"
                                .formatted(folder.resolve("lake")));
    }
}
