package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input and lake on S3 give the tables that local folders give. */
class S3Test {

    /** Ids of runs and sources, and when they ran: another place is another source. */
    private static final List<String> OF_THE_RUN =
            List.of("source_id", "run_id", "sources", "started_at", "finished_at");

    @TempDir
    private Path folder;

    @Test
    void inputAndLakeOnS3GiveTheSameTables() throws Exception {
        Path bucket = Files.createDirectories(folder.resolve("s3/bucket"));
        Commands.run(
                "generate",
                "--from=2025-01-06",
                "--days=3",
                "--conversations-per-day=6",
                "--seed=7",
                "--output=" + bucket.resolve("export"));
        backfill(
                bucket.resolve("export/conversations").toString(),
                folder.resolve("lake").toString());

        Configuration hadoop = TestSpark.session().sparkContext().hadoopConfiguration();
        try (S3Server s3 = S3Server.over(folder.resolve("s3"))) {
            s3.configure(hadoop);
            backfill("s3a://bucket/export/conversations", "s3://bucket/lake");

            TestLake local = TestLake.at(folder.resolve("lake"));
            TestLake remote = TestLake.at(hadoop, "s3a://bucket/lake");
            for (MetricTable table : MetricTable.values()) {
                if (table == MetricTable.TOMBSTONES || table == MetricTable.ITEM_WRITES) {
                    continue; // nobody was erased, and no write times are known
                }
                assertThat(remote.rows(table, column -> !OF_THE_RUN.contains(column)))
                        .as(table.tableName())
                        .isEqualTo(local.rows(table, column -> !OF_THE_RUN.contains(column)));
            }
            assertThat(remote.rows(MetricTable.DAILY_METRICS)).isNotEmpty();
        }
        String day = "aggregated/daily/year=2025/month=01/day=06/daily-metrics-2025-01-06.json";
        assertThat(bucket.resolve("lake").resolve(day))
                .hasSameTextualContentAs(folder.resolve("lake").resolve(day));
    }

    private void backfill(String input, String lake) {
        Commands.Ended ended = Commands.backfill(
                "--input=" + input,
                "--lake=" + lake,
                "--keys=" + Commands.keys(folder),
                "--from=2025-01-06",
                "--to=2025-01-08",
                "--keep-text");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
}
