package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

    @TempDir
    private Path folder;

    @Test
    void aNumberIsWalkedBackToTheRowsAndSourcesOfItsDays() {
        new TestExport(folder.resolve("export"))
                .day("2025-01-12", message("c0", "2025-01-12T10:00:00", "cid", "user", "Good morning!"))
                .day(
                        "2025-01-13",
                        message("c1", "2025-01-13T10:00:00", "ann", "user", "Good morning!"),
                        message("c2", "2025-01-13T11:00:00", "bob", "user", "Good morning!"),
                        "{\"broken\": ")
                .day("2025-01-14", message("c3", "2025-01-14T10:00:00", "ann", "user", "Good morning!"));
        Commands.Ended run = Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--from=2025-01-12",
                "--to=2025-01-14");
        assertThat(run.exitCode()).as(run.err()).isZero();

        Commands.Ended explained = Commands.run(
                "explain", "weekly_metrics.active_users", "--week=2025-W03", "--lake=" + folder.resolve("lake"));

        assertThat(explained.exitCode()).as(explained.err()).isZero();
        // ann and bob in that week; three rows of user_activity, of four; two published days, of three.
        assertThat(explained.out())
                .contains("weekly_metrics.active_users, 2025-01-13 to 2025-01-19", "\n= 2\n")
                .contains("\n  user_activity: 3 / 4\n", "\n  daily_metrics: 2 / 3\n", "conversation_parts: 3 / 4\n")
                .contains("day 2025-01-13,", "1 rejected", "day 2025-01-14,")
                .doesNotContain("day 2025-01-12,");
    }

    @Test
    void whatIsNoPublishedColumnIsSaid() {
        for (String metric : new String[] {"daily_metrics", "daily_metrics.nothing", "messages.role", "a.b.c"}) {
            Commands.Ended ended =
                    Commands.run("explain", metric, "--day=2025-01-13", "--lake=" + folder.resolve("lake"));

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err())
                    .startsWith("Cannot explain " + metric + ": it is not a column of a published table.");
        }
    }

    @Test
    void everyTableWithAQueryIsComputedFromOthersOrFromRecords() {
        assertThat(Lineage.reads(MetricTable.WEEKLY_METRICS))
                .containsExactlyInAnyOrder(MetricTable.USER_ACTIVITY, MetricTable.DAILY_METRICS);
        assertThat(Lineage.reads(MetricTable.USER_ACTIVITY)).isEmpty();
        assertThat(Lineage.reads(MetricTable.CONVERSATIONS)).containsExactly(MetricTable.CONVERSATION_PARTS);
    }
}
