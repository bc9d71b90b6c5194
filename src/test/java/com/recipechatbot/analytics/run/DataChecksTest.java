package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.command.ExitCode;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that fails a check is not published; the others are. */
class DataChecksTest {

    @TempDir
    private Path folder;

    @Test
    void aDayThatFailsKeepsWhatWasPublishedOfItUntilTheCauseIsGone() {
        TestExport export = new TestExport(folder.resolve("export"))
                .day("2025-01-06", message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?"))
                .day("2025-01-07", message("c2", "2025-01-07T10:00:00", "ann", "user", "Good morning!"));
        assertThat(run("--from=2025-01-06", "--to=2025-01-07").exitCode()).isZero();
        List<Map<String, Object>> hours = of("2025-01-06", MetricTable.HOURLY_USAGE);
        // Somebody has damaged a working table, and a late record makes the next run read it.
        TestSpark.session()
                .sql("DELETE FROM delta.`%s/lake/linked/user_activity` WHERE day = DATE '2025-01-06'"
                        .formatted(folder));
        export.day(
                "2025-01-07",
                message("c2", "2025-01-07T10:00:00", "ann", "user", "Good morning!"),
                message("c2", "2025-01-07T10:05:00", "ann", "assistant", "Good morning!"),
                message("c3", "2025-01-06T12:00:00", "bob", "user", "Good morning!"));

        Commands.Ended failed = run("--from=2025-01-07", "--to=2025-01-07");

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(ExitCode.DAMAGED);
        assertThat(failed.out())
                .contains(
                        "failed user_activity 2025-01-06: violated: the active users of a day are those who wrote in conversation_parts.");
        assertThat(of("2025-01-06", MetricTable.HOURLY_USAGE)).isEqualTo(hours);
        assertThat(of("2025-01-06", MetricTable.DAILY_METRICS))
                .singleElement()
                .satisfies(day -> assertThat(day).containsEntry("messages", 1L).containsEntry("revision", 1));
        assertThat(of("2025-01-07", MetricTable.DAILY_METRICS))
                .singleElement()
                .satisfies(day -> assertThat(day).containsEntry("messages", 2L));
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.PIPELINE_RUNS))
                .extracting(run -> run.get("outcome"))
                .containsExactlyInAnyOrder("done", "failed_checks");
        // Whoever runs next, of whatever day, takes it up.
        assertThat(folder.resolve("lake/lease.json"))
                .content()
                .isEqualToIgnoringWhitespace("{\"unfinished_days\": [\"2025-01-06\"]}");

        // Reading the damaged source again repairs it; the day that was left is rebuilt with it.
        assertThat(run("--from=2025-01-06", "--to=2025-01-06").exitCode()).isZero();
        assertThat(of("2025-01-06", MetricTable.DAILY_METRICS))
                .singleElement()
                .satisfies(day -> assertThat(day).containsEntry("messages", 2L).containsEntry("revision", 2));
        assertThat(folder.resolve("lake/lease.json"))
                .content()
                .isEqualToIgnoringWhitespace("{\"unfinished_days\": []}");
    }

    @Test
    void aWarningIsToldAndTheDayIsPublished() {
        new TestExport(folder.resolve("export"))
                .day("2025-01-06", message("c1", "2025-01-06T10:00:00", null, "user", "Good morning!"));

        Commands.Ended ended = run("--from=2025-01-06", "--to=2025-01-06");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("warning daily_metrics 2025-01-06: violated: at most a fifth of the messages name no user.");
        assertThat(of("2025-01-06", MetricTable.DAILY_METRICS)).hasSize(1);
    }

    private List<Map<String, Object>> of(String day, MetricTable table) {
        return TestLake.at(folder.resolve("lake")).rows(table).stream()
                .filter(row -> row.get("day").equals(LocalDate.parse(day)))
                .toList();
    }

    private Commands.Ended run(String... days) {
        return Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                days[0],
                days[1]);
    }
}
