package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.StoredText;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.deploy.JobRights;
import com.recipechatbot.analytics.deploy.RecordingS3;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket forgets as a folder does. */
class EraseOnS3Test {

    private static final String ANN = "ann-4711";

    @TempDir
    private Path folder;

    @Test
    void anErasureAndAnExpiryOnS3LeaveNothingBehind() throws Exception {
        Path bucket = Files.createDirectories(folder.resolve("s3/erasures"));
        new TestExport(bucket.resolve("export"))
                .day(
                        "2025-01-06",
                        message("c1", "2025-01-06T10:00:00", ANN, "user", "Hello"),
                        message("c2", "2025-01-06T10:00:00", "bob", "user", "Hello"));
        Files.writeString(folder.resolve("users"), ANN + "\n");
        Pseudonyms pseudonyms = new Pseudonyms(KeyRing.read(Commands.keys(folder)));
        int day = (int) LocalDate.of(2025, 1, 6).toEpochDay();
        Set<String> anns =
                Set.of(pseudonyms.userDay(ANN, day), pseudonyms.activity(ANN), pseudonyms.conversation("c1"));
        Set<String> bobs = Set.of(pseudonyms.userDay("bob", day), pseudonyms.conversation("c2"));

        Configuration hadoop = TestSpark.session().sparkContext().hadoopConfiguration();
        try (S3Server s3 = S3Server.over(folder.resolve("s3"));
                RecordingS3 recording = new RecordingS3(s3.endpoint().toString())) {
            s3.configure(hadoop);
            hadoop.set("fs.s3a.endpoint", recording.endpoint());
            done(Commands.dailyMetrics(
                    "--input=s3a://erasures/export",
                    "--lake=s3://erasures/lake",
                    "--keys=" + Commands.keys(folder),
                    "--day=2025-01-06"));
            assertThat(StoredText.below(bucket.resolve("lake")).found(anns)).isEqualTo(anns);

            done(Commands.run(
                    "erase",
                    "--users=" + folder.resolve("users"),
                    "--lake=s3://erasures/lake",
                    "--keys=" + Commands.keys(folder),
                    "--input=s3a://erasures/export"));

            assertThat(StoredText.below(bucket.resolve("lake")).found(anns)).isEmpty();
            assertThat(StoredText.below(bucket.resolve("lake")).found(bobs)).isEqualTo(bobs);
            assertThat(bucket.resolve("export/year=2025/month=01/day=06/conversations-2025-01-06.json"))
                    .hasContent(message("c2", "2025-01-06T10:00:00", "bob", "user", "Hello") + "\n");

            recording.forget();
            done(Commands.run("expire", "--lake=s3://erasures/lake", "--as-of=2025-06-30"));
            assertThat(JobRights.inStack("table", "keys"))
                    .containsAll(recording.asked().keySet());
            assertThat(recording.asked()).containsKey("s3:DeleteObject lake");

            assertThat(StoredText.below(bucket.resolve("lake")).found(bobs)).isEmpty();
            assertThat(TestLake.at(hadoop, "s3a://erasures/lake").rows(MetricTable.DAILY_METRICS))
                    .hasSize(1);
        }
    }

    private static void done(Ended ended) {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
}
