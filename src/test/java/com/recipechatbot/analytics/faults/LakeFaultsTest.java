package com.recipechatbot.analytics.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.LakeBusyException;
import com.recipechatbot.analytics.lake.LakeFolder;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every job does with a lake, in small: takes the lease, writes down the day, replaces a table, replaces the one
 * that shows the day, gives the lease back. Call after call to the disk fails, and each time the day is whole or hidden,
 * and the next run is told of it. Every fifth call here, each one in {@code mvn -Dquick -Pfaults test}.
 */
class LakeFaultsTest {

    private static final int STEP = Boolean.getBoolean("faults") ? 1 : 5;
    private static final TableContract DETAILS = table("details");
    private static final TableContract MARK = table("mark");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);
    private static final long NOTHING = -1;

    @TempDir
    private Path folder;

    @Test
    void aRunThatDiesWhileItMakesTheTablesLeavesTheDayWholeOrHidden() throws Exception {
        long call = 1;
        while (true) {
            String lake = "made-" + call;
            long dies = call;
            boolean ended = ends(() -> FaultyFiles.dyingAt(hadoop(), dies, () -> publish(lake, 1)));
            if (FaultyFiles.calls() < call) {
                assertThat(ended).isTrue();
                break;
            }
            assertThat(ended).as("call %d", call).isFalse();
            assertWholeOrHidden(call, lake, 1, NOTHING);
            publish(lake, 2);
            assertShown(call, lake, 2);
            call += STEP;
        }
        System.out.printf("died at each of %d calls, in steps of %d%n", FaultyFiles.calls(), STEP);
    }

    @Test
    void aCallThatFailsOnceWhileTheDayIsReplacedLeavesItWholeOrAsItWas() throws Exception {
        publish("lake", 0);
        long call = 1;
        while (true) {
            long fails = call;
            long before = value("lake", MARK);
            boolean ended = ends(() -> FaultyFiles.failingOnceAt(hadoop(), fails, () -> publish("lake", fails)));
            if (ended) {
                // Some calls are not needed: a checksum, say. Then everything is there.
                assertShown(call, "lake", call);
            } else {
                assertWholeOrHidden(call, "lake", call, before);
            }
            if (FaultyFiles.calls() < call) {
                break;
            }
            call += STEP;
        }
        System.out.printf("failed once at each of %d calls, in steps of %d%n", FaultyFiles.calls(), STEP);
        publish("lake", call + 1);
        assertShown(call, "lake", call + 1);
    }

    @Test
    void aFileThatTheDiskHasNoRoomForLeavesNothingOfItAndTheOldOneWhole() throws Exception {
        String text = "{\"long\": \"" + "x".repeat(100) + "\"}";
        lakeFolder().write("there.json", "{}");

        FaultyFiles.withCapacity(hadoop(), 50, () -> {
            assertThatThrownBy(() -> lakeFolder().create("new.json", text)).hasMessageContaining("No space left");
            assertThatThrownBy(() -> lakeFolder().write("there.json", text)).hasMessageContaining("No space left");
        });

        assertThat(names()).containsExactly("there.json");
        assertThat(folder.resolve("there.json")).hasContent("{}");
        assertThat(lakeFolder().create("there.json", text)).isFalse();
        assertThat(lakeFolder().create("new.json", text)).isTrue();
        assertThat(names()).containsExactlyInAnyOrder("there.json", "new.json");
    }

    private LakeFolder lakeFolder() {
        return new LakeFolder(hadoop(), folder.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /**
     * @param value what the run was to publish
     * @param before what the day showed before it
     */
    private void assertWholeOrHidden(long call, String name, long value, long before) throws Exception {
        DeadRun.leavesItsLease(hadoop(), folder.resolve(name).toString());
        if (value(name, MARK) == value) {
            assertShown(call, name, value);
            return;
        }
        assertThat(value(name, MARK)).as("call %d", call).isEqualTo(before);
        if (value(name, DETAILS) == value) {
            try (Lease next = open(name).lease("backfill", "next", InstantSource.system())) {
                assertThat(next.unfinishedDays()).as("call %d", call).containsExactly(DAY);
            }
        }
    }

    private void assertShown(long call, String name, long value) {
        assertThat(List.of(value(name, DETAILS), value(name, MARK)))
                .as("call %d", call)
                .containsExactly(value, value);
    }

    /** Publishes a value of the day. */
    private void publish(String name, long value) {
        try {
            Lake lake = open(name);
            try (Lease lease = lake.lease("backfill", "run " + value, InstantSource.system())) {
                lease.willChange(List.of(DAY));
                replace(lake, DETAILS, value);
                lease.renew();
                replace(lake, MARK, value);
                lease.finish(List.of());
            }
        } finally {
            DeltaLog.clearCache();
        }
    }

    /** False when it failed, but for the one reason that no fault explains. */
    private static boolean ends(FaultyFiles.Work work) {
        try {
            work.run();
            return true;
        } catch (LakeBusyException e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }

    private static void replace(Lake lake, TableContract table, long value) {
        lake.replace(
                table,
                "day = DATE '%s'".formatted(DAY),
                TestSpark.session().sql("SELECT DATE '%s' AS day, %dL AS number".formatted(DAY, value)));
    }

    /** The day's value as a reader sees it. */
    private long value(String name, TableContract table) {
        List<Long> values = open(name).read(table).collectAsList().stream()
                .map(row -> row.getLong(1))
                .toList();
        assertThat(values).hasSizeLessThan(2);
        return values.isEmpty() ? NOTHING : values.get(0);
    }

    private Lake open(String name) {
        return Lake.open(TestSpark.session(), folder.resolve(name).toString(), Optional.empty());
    }

    private static TableContract table(String name) {
        return new TableContract(
                name,
                "published",
                "day",
                "?",
                List.of("day"),
                null,
                List.of("day"),
                "for ever",
                null,
                Map.of(),
                List.of(
                        new TableContract.Column("day", "DATE", "The day."),
                        new TableContract.Column("number", "BIGINT", "Its value.")));
    }

    private static Configuration hadoop() {
        return TestSpark.session().sparkContext().hadoopConfiguration();
    }
}
