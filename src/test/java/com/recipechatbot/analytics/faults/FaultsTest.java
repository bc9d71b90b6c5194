package com.recipechatbot.analytics.faults;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.ChildJvm;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Main;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.lake.LakeException;
import com.recipechatbot.analytics.lake.LakeFolder;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that end in the middle: a disk that fails or is full, a storm on S3, a kill. No half day is ever visible, and the
 * next run ends with the tables of a run that nothing disturbed. A few places of each here; {@code mvn -Dquick -Pfaults
 * test} tries very many.
 */
class FaultsTest {

    private static final boolean MANY = Boolean.getBoolean("faults");
    private static final int DISK_FAULTS = MANY ? 40 : 3;
    private static final int KILLS = MANY ? 20 : 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> COUNTS =
            List.of("rows_read", "rows_loaded", "rows_duplicate", "rows_rejected", "rows_excluded", "outcome");

    @TempDir
    private static Path folder;

    private static long calls;
    private static long bytes;
    private static Map<String, Object> undisturbed;
    private static Map<String, Object> accounting;
    private static long files;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-06",
                        message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?"),
                        message("c1", "2025-01-06T10:00:05", "ann", "assistant", "Here is a recipe for potato soup:"),
                        message("c2", "2025-01-06T23:59:00", "bob", "user", "How do I make lentil curry?"),
                        "{\"broken\": ")
                .day(
                        "2025-01-07",
                        message("c2", "2025-01-07T00:01:00", "bob", "assistant", "Here is a recipe for lentil curry:"),
                        message("c3", "2025-01-07T12:00:00", "ann", "user", "How do I make apple pie?"));
        Path lake = folder.resolve("undisturbed");
        FaultyFiles.counting(hadoop(), () -> finish(lake.toString()));
        calls = FaultyFiles.calls();
        bytes = FaultyFiles.bytes();
        undisturbed = TestLake.at(lake).content();
        accounting = runs(TestLake.at(lake)).get(0);
        files = filesIn(lake);
        System.out.printf("undisturbed: %d calls, %d bytes, %d files%n", calls, bytes, files);
    }

    @Test
    void aDiskThatFailsLeavesNoHalfDayAndTheNextRunFinishes() throws Exception {
        Path lake = folder.resolve("disk");
        for (int i = 1; i <= DISK_FAULTS; i++) {
            // A run that goes on where others failed makes fewer calls.
            long call = calls * i / (DISK_FAULTS + 2);
            // In turns: one call fails and the run may tidy up, or nothing works any more.
            Commands.Ended[] ended = new Commands.Ended[1];
            if (i % 2 == 0) {
                FaultyFiles.failingOnceAt(hadoop(), call, () -> ended[0] = backfill(lake.toString()));
            } else {
                FaultyFiles.dyingAt(hadoop(), call, () -> ended[0] = backfill(lake.toString()));
                assertThat(ended[0].exitCode()).as("call %d", call).isEqualTo(1);
            }
            System.out.printf("disk fails at call %d of %d: exit %d%n", call, calls, ended[0].exitCode());
            DeadRun.leavesItsLease(hadoop(), lake.toString());
            assertNoHalfDay(TestLake.at(lake));
            if (MANY) {
                finish(lake.toString());
                assertUndisturbed(TestLake.at(lake));
                delete(lake);
                forget();
            }
        }
        finish(lake.toString());
        assertUndisturbed(TestLake.at(lake));
    }

    @Test
    void aFullDiskLeavesNoHalfDayAndTheNextRunFinishes() throws Exception {
        Path lake = folder.resolve("full");
        Commands.Ended[] ended = new Commands.Ended[1];
        FaultyFiles.withCapacity(hadoop(), bytes * 2 / 3, () -> ended[0] = backfill(lake.toString()));

        assertThat(ended[0].exitCode()).isEqualTo(1);
        assertThat(ended[0].err())
                .contains("Cannot finish backfill: the disk is full.")
                .contains("then run it again");
        DeadRun.leavesItsLease(hadoop(), lake.toString());
        assertNoHalfDay(TestLake.at(lake));
        finish(lake.toString());
        assertUndisturbed(TestLake.at(lake));
    }

    @Test
    void aStormOnS3IsWeatheredAndOneThatDoesNotEndLeavesNoHalfDay() throws Exception {
        Files.createDirectories(folder.resolve("s3/storms"));
        String lake = "s3://storms/lake";
        try (S3Server s3 = S3Server.over(folder.resolve("s3"))) {
            s3.configure(hadoop());
            StormyS3.configure(hadoop(), "storms");
            StormyS3.failAllAfter(MANY ? 900 : 300);
            Commands.Ended ended = backfill(lake);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err())
                    .contains("Cannot finish backfill: ")
                    // The storm refuses requests and breaks connections; either may be the last straw.
                    .containsAnyOf("a service received too many requests", "a service cannot be reached")
                    .contains("then run it again");
            StormyS3.failOneIn(10);
            DeadRun.leavesItsLease(hadoop(), lake);
            assertNoHalfDay(TestLake.at(hadoop(), lake));
            finish(lake);
            assertThat(StormyS3.failed()).isGreaterThan(50);
            assertUndisturbed(TestLake.at(hadoop(), lake));
        }
    }

    @Test
    void aKilledRunLeavesNoHalfDayAndTheNextRunFinishes() throws Exception {
        Path lake = folder.resolve("killed");
        Random random = new Random(20250106);
        for (int i = 1; i <= KILLS; i++) {
            double part = MANY ? random.nextDouble() : (double) i / (KILLS + 1);
            long wrote = killWhenItWrote(lake, Math.max(1, (long) (files * part)));
            System.out.printf("killed after %d of %d files%n", wrote, files);
            assertNoHalfDay(TestLake.at(lake));
            if (MANY) {
                finish(lake.toString());
                assertUndisturbed(TestLake.at(lake));
                delete(lake);
                forget();
            }
        }
        finish(lake.toString());
        assertUndisturbed(TestLake.at(lake));
    }

    /** @return how many files it had written when it was dead */
    private static long killWhenItWrote(Path lake, long files) throws Exception {
        long before = filesIn(lake);
        List<String> command = new ArrayList<>();
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("jobs/spark.properties"))) {
            settings.load(file);
        }
        settings.stringPropertyNames().forEach(name -> command.add("-D" + name + "=" + settings.getProperty(name)));
        command.addAll(List.of("-Dspark.master=local[2]", "-Dlog4j2.configurationFile=jobs/log4j2.properties"));
        command.addAll(List.of(Main.class.getName(), "backfill"));
        command.addAll(List.of(arguments(lake.toString())));
        Path said = folder.resolve("killed.log");
        Process run = ChildJvm.of(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Instant end = Instant.now().plus(PATIENCE);
        long written = 0;
        while (run.isAlive() && Instant.now().isBefore(end) && written < files) {
            Thread.sleep(5);
            written = filesIn(lake) - before;
        }
        run.destroyForcibly();
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // By signal 9, and not before it had written that much.
        assertThat(run.exitValue()).as(Files.readString(said)).isEqualTo(128 + 9);
        // Counted before: a temporary file may have gone since.
        assertThat(written).as(Files.readString(said)).isGreaterThanOrEqualTo(files);
        return written;
    }

    /** A day that daily_metrics shows has all its rows in every other daily table. */
    private static void assertNoHalfDay(TestLake lake) {
        for (Map<String, Object> day : rowsIfAny(lake, MetricTable.DAILY_METRICS)) {
            for (MetricTable table : MetricTable.replaced(MetricTable.Replaced.BY_DAY)) {
                assertThat(ofDay(rowsIfAny(lake, table), day.get("day")))
                        .as("%s on %s", table, day.get("day"))
                        .isEqualTo(ofDay((List<?>) undisturbed.get(table.tableName()), day.get("day")));
            }
        }
    }

    private static List<Map<String, Object>> rowsIfAny(TestLake lake, MetricTable table) {
        try {
            return lake.rows(table, column -> !TestLake.OF_THE_RUN.contains(column));
        } catch (LakeException e) {
            // The run did not come to its first commit.
            return List.of();
        }
    }

    private static List<?> ofDay(List<?> rows, Object day) {
        return rows.stream()
                .filter(row -> day.equals(((Map<?, ?>) row).get("day")))
                .toList();
    }

    private static void assertUndisturbed(TestLake lake) {
        assertThat(lake.content()).isEqualTo(undisturbed);
        // A run that was killed has no row; one that ended has a true one.
        assertThat(runs(lake)).isNotEmpty().allSatisfy(run -> assertThat(run).isEqualTo(accounting));
        assertThat(lake.rows(MetricTable.RESTATEMENTS)).isEmpty();
    }

    private static List<Map<String, Object>> runs(TestLake lake) {
        return lake.rows(MetricTable.PIPELINE_RUNS, COUNTS::contains);
    }

    private static void finish(String lake) {
        Commands.Ended ended = backfill(lake);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    private static Commands.Ended backfill(String lake) {
        return Commands.backfill(arguments(lake));
    }

    private static String[] arguments(String lake) {
        return new String[] {
            "--input=" + folder.resolve("export"),
            "--lake=" + lake,
            "--keys=" + Commands.keys(folder),
            "--from=2025-01-06",
            "--to=2025-01-07",
            "--min-users=1",
            "--keep-text"
        };
    }

    /** What a run that failed leaves in memory ends with its process; here a hundred runs share one. */
    private static void forget() {
        SparkSession.active().catalog().clearCache();
        DeltaLog.clearCache();
    }

    private static long filesIn(Path lake) {
        if (!Files.exists(lake)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(lake)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException | UncheckedIOException e) {
            // A file that went while it was counted: count again.
            return filesIn(lake);
        }
    }

    private static void delete(Path lake) {
        new LakeFolder(hadoop(), lake.getParent().toString())
                .deleteFolder(lake.getFileName().toString());
    }

    private static Configuration hadoop() {
        return TestSpark.session().sparkContext().hadoopConfiguration();
    }
}
