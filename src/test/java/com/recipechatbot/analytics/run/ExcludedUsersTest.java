package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcludedUsersTest {

    @TempDir
    private Path folder;

    @Test
    void staffAndTheirConversationsAreLeftOutAndCounted() throws IOException {
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-06",
                        message("c1", "2025-01-06T10:00:00", "staff", "user", "How do I make potato soup?"),
                        // The answer bears no user.
                        message("c1", "2025-01-06T10:00:05", null, "assistant", "Here is a recipe for potato soup:"),
                        message("c1", "2025-01-06T10:00:00", "staff", "user", "How do I make potato soup?"),
                        message("c2", "2025-01-06T10:00:00", "staff", "robot", "?"),
                        message("c3", "2025-01-06T10:00:00", "staff", "user", "Hello")
                                .replace("\"metadata\":{}", "\"metadata\":{\"analytics_opt_out\":true}"),
                        message("c4", "2025-01-06T10:00:00", "ann", "user", "Hello"),
                        message("c5", "2025-01-06T10:00:00", "bob", "user", "Hello")
                                .replace("\"metadata\":{}", "\"metadata\":{\"analytics_opt_out\":true}"),
                        "{\"user_id\": 42, \"role\":");
        Path users = Files.writeString(folder.resolve("staff"), "# ours\n\nstaff\n42\n");

        Ended ended = Commands.dailyMetrics(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--exclude-users=" + users,
                "--day=2025-01-06");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        TestLake lake = TestLake.at(folder.resolve("lake"));
        assertThat(lake.rows(MetricTable.PIPELINE_RUNS))
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .containsEntry("rows_read", 8L)
                        .containsEntry("rows_loaded", 1L)
                        .containsEntry("rows_duplicate", 0L)
                        .containsEntry("rows_rejected", 0L)
                        .containsEntry("rows_excluded", 7L)
                        .extractingByKey("exclusions")
                        .hasToString("[{reason=excluded_user, count=6}, {reason=opted_out, count=1}]"));
        assertThat(lake.messages()).hasSize(1);
        assertThat(lake.rows(MetricTable.REJECTED_RECORDS)).isEmpty();
        assertThat(ended.out()).contains("excluded: 6 excluded_user, 1 opted_out");
    }
}
