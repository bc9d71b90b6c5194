package com.recipechatbot.analytics.job;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake of the format before: without the columns that came since. */
class OlderLakeTest {

    @TempDir
    private Path folder;

    @Test
    void theNextRunBringsItUp() throws IOException {
        new TestExport(folder.resolve("export"))
                .day("2025-01-06", message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?"))
                .day("2025-01-07", message("c2", "2025-01-07T10:00:00", "bob", "user", "I made it last night"))
                .day("2025-01-08", message("c3", "2025-01-08T10:00:00", "bob", "user", "Good morning!"));
        run("2025-01-06");
        drop(MetricTable.MESSAGES, "tools", "features", "evidence");
        drop(MetricTable.CONVERSATION_PARTS, "tools", "features", "turns");
        drop(
                MetricTable.CONVERSATIONS,
                "tools",
                "features",
                "outcome",
                "completed",
                "satisfaction",
                "has_problem",
                "evidence");
        drop(MetricTable.USER_ACTIVITY, "is_active", "features");
        drop(MetricTable.DAILY_METRICS, "completed", "not_completed", "abandoned", "completion_rate", "problem_rate");
        drop(MetricTable.PIPELINE_RUNS, "findings");
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 1, \"zone\": \"UTC\"}");

        run("2025-01-07");
        run("2025-01-08");

        TestLake lake = TestLake.at(folder.resolve("lake"));
        assertThat(lake.rows(MetricTable.DAILY_METRICS))
                .hasSize(3)
                .allSatisfy(day -> assertThat(day).containsKey("completed"))
                .filteredOn(day -> day.get("day").equals(LocalDate.parse("2025-01-07")))
                .singleElement()
                .satisfies(day -> assertThat(day).containsEntry("completed", 1L));
        assertThat(lake.rows(MetricTable.MESSAGES))
                .extracting(row -> row.get("tools"))
                .contains((Object) null)
                .hasSize(3);
        // Rows of before count as those of active users.
        Commands.Ended week = Commands.weeklyMetrics("--lake=" + folder.resolve("lake"), "--week=2025-W02");
        assertThat(week.exitCode()).as(week.err()).isZero();
        assertThat(lake.rows(MetricTable.WEEKLY_METRICS))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("active_users", 2L));
        assertThat(Files.readString(folder.resolve("lake/lake.json"))).contains("\"format\" : 4");
    }

    private void drop(MetricTable table, String... columns) {
        SparkSession spark = TestSpark.session();
        String location = folder.resolve("lake/" + table.contract().location()).toString();
        spark.read()
                .format("delta")
                .load(location)
                .drop(columns)
                .localCheckpoint()
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(location);
    }

    private void run(String day) {
        Commands.Ended ended = Commands.dailyMetrics(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--day=" + day);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
}
