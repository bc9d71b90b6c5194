package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final Instant NOW = Instant.parse("2025-01-16T01:00:00Z");

    @TempDir
    private Path lake;

    private LakeFolder folder;

    @BeforeEach
    void openTheFolder() {
        folder = new LakeFolder(new Configuration(), lake.toString());
    }

    @Test
    void aSecondRunLearnsWhichRunHoldsTheLake() {
        try (Lease first = take("first", now())) {
            assertThatThrownBy(() -> take("second", now()))
                    .isInstanceOf(LakeBusyException.class)
                    .hasMessageStartingWith(
                            "Cannot write to the lake " + lake + ": the run first of backfill (process ")
                    .hasMessageContaining(
                            " holds it. Wait until it ends, or stop it; unless it renews its lease, it loses the lake at ");
            first.finish(List.of());
        }
    }

    @Test
    void afterAFinishedRunNobodyHoldsTheLake() throws Exception {
        try (Lease lease = take("first", now())) {
            lease.willChange(List.of(MONDAY));
            lease.finish(List.of());
        }

        assertThat(Files.readString(lake.resolve("lease.json")))
                .isEqualToIgnoringWhitespace("{\"unfinished_days\": []}");
    }

    @Test
    void aFailedRunLeavesItsUnfinishedDaysToTheNext() {
        try (Lease lease = take("first", now())) {
            lease.willChange(List.of(MONDAY));
        }

        try (Lease next = take("second", now())) {
            assertThat(next.unfinishedDays()).containsExactly(MONDAY);
            next.willChange(List.of(MONDAY.plusDays(1)));
            assertThat(next.unfinishedDays()).containsExactly(MONDAY, MONDAY.plusDays(1));
            // A check failed on Monday.
            next.finish(List.of(MONDAY));
        }
        try (Lease last = take("third", now())) {
            assertThat(last.unfinishedDays()).containsExactly(MONDAY);
        }
    }

    @Test
    void aRunOnAnotherMachineHoldsTheLakeUntilItIsSilentForTooLong() throws Exception {
        Files.writeString(lake.resolve("lease.json"), """
                {"job": "backfill", "run_id": "far", "host": "another-machine", "process": 7,
                 "since": "2025-01-16T00:00:00Z", "last_seen": "2025-01-16T01:00:00Z", "unfinished_days": ["2025-01-06"]}
                """);
        InstantSource justBefore = InstantSource.fixed(NOW.plus(Lease.SILENCE).minusSeconds(1));
        InstantSource justAfter = InstantSource.fixed(NOW.plus(Lease.SILENCE));

        assertThatThrownBy(() -> take("near", justBefore)).isInstanceOf(LakeBusyException.class);
        try (Lease lease = take("near", justAfter)) {
            assertThat(lease.unfinishedDays()).containsExactly(MONDAY);
        }
    }

    @Test
    @Timeout(30)
    void aRunThatTakesLongForOneTableRenewsItsLease() throws Exception {
        Instant start = Instant.now();
        AtomicReference<Instant> clock = new AtomicReference<>(start);
        try (Lease lease = Lease.take(folder, "backfill", "slow", clock::get, Duration.ofMillis(5))) {
            lease.willChange(List.of(MONDAY));
            clock.set(start.plus(Lease.SILENCE));
            while (!Files.readString(lake.resolve("lease.json"))
                    .contains(clock.get().toString())) {
                Thread.sleep(5);
            }
            assertThatThrownBy(() -> take("second", clock::get)).isInstanceOf(LakeBusyException.class);
            assertThat(lease.unfinishedDays()).containsExactly(MONDAY);
            lease.finish(List.of());
        }
        String given = Files.readString(lake.resolve("lease.json"));
        Thread.sleep(50);
        assertThat(Files.readString(lake.resolve("lease.json")))
                .as("nobody renews a lease that was returned")
                .isEqualTo(given)
                .doesNotContain("slow");
    }

    @Test
    void aKilledRunOnThisMachineBlocksNobody() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        try (Lease lease = take("mine", now())) {
            String content = Files.readString(lake.resolve("lease.json"))
                    .replaceAll("\"process\" : \\d+", "\"process\" : " + gone.pid());
            lease.finish(List.of());
            Files.writeString(lake.resolve("lease.json"), content);

            try (Lease next = take("next", now())) {
                assertThat(next.unfinishedDays()).isEmpty();
                next.finish(List.of());
            }
        }
    }

    @Test
    void aRenewalIsRecorded() throws Exception {
        Instant[] time = {NOW};
        try (Lease lease = take("first", () -> time[0])) {
            time[0] = NOW.plus(Duration.ofMinutes(5));
            lease.renew();

            assertThat(Files.readString(lake.resolve("lease.json")))
                    .contains("\"last_seen\" : \"2025-01-16T01:05:00Z\"");
            lease.finish(List.of());
        }
    }

    @Test
    void aRunThatWasKilledBeforeItsFirstTableLeavesALakeThatCanBeOpened() throws Exception {
        Lake lakeOfTheKilled = Lake.open(TestSpark.session(), lake.toString(), Optional.empty());
        // Never closed, as after a kill. The part file is what a kill in the middle of a write leaves behind.
        Lease neverGivenBack = lakeOfTheKilled.lease("backfill", "killed", now());
        Files.writeString(lake.resolve("_lake.json.1.part"), "{");
        assertThat(neverGivenBack.unfinishedDays()).isEmpty();
        assertThat(lake.resolve("lake.json")).exists();

        Files.delete(lake.resolve("lake.json"));
        Files.delete(lake.resolve("lease.json"));

        assertThat(Lake.open(TestSpark.session(), lake.toString(), Optional.empty())
                        .zone())
                .isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void theLakeIsMarkedBeforeItIsHeld() throws Exception {
        Files.writeString(lake.resolve("lease.json"), """
                {"job": "backfill", "run_id": "far", "host": "another-machine", "process": 7,
                 "since": "2025-01-16T00:00:00Z", "last_seen": "2999-01-16T01:00:00Z", "unfinished_days": []}
                """);
        Files.writeString(lake.resolve("lake.json"), "{\"format\": 5, \"zone\": \"UTC\"}");
        Lake opened = Lake.open(TestSpark.session(), lake.toString(), Optional.empty());
        Files.delete(lake.resolve("lake.json"));

        assertThatThrownBy(() -> opened.lease("backfill", "near", now())).isInstanceOf(LakeBusyException.class);
        assertThat(lake.resolve("lake.json")).exists();
    }

    @Test
    void theFileIsAlwaysThereWhileItIsRewritten() throws Exception {
        folder.write("lease.json", "{}");
        AtomicBoolean missed = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        Thread looker = new Thread(() -> {
            while (!done.get()) {
                missed.compareAndSet(false, !Files.exists(lake.resolve("lease.json")));
            }
        });
        looker.start();
        for (int i = 0; i < 200; i++) {
            folder.write("lease.json", "{\"i\": " + i + "}");
        }
        done.set(true);
        looker.join();

        assertThat(missed).isFalse();
    }

    @Test
    void aRunThatLostTheLakeStopsAndLeavesTheLeaseOfTheOther() throws Exception {
        String other = "{\"job\": \"backfill\", \"run_id\": \"other\", \"unfinished_days\": [],"
                + " \"since\": \"2025-01-16T00:00:00Z\", \"last_seen\": \"2025-01-16T01:00:00Z\"}";
        try (Lease lease = take("mine", now())) {
            Files.writeString(lake.resolve("lease.json"), other);

            assertThatThrownBy(lease::renew)
                    .isInstanceOf(LakeBusyException.class)
                    .hasMessage(
                            "Cannot continue writing to the lake %s: another run has taken it over. Run this one again when the other has ended.",
                            lake);
        }
        assertThat(lake.resolve("lease.json")).hasContent(other);
    }

    @Test
    void aLakeInsideAnotherHasItsOwnLease() {
        LakeFolder inner =
                new LakeFolder(new Configuration(), lake.resolve("copy").toString());
        org.apache.hadoop.fs.Path ofInner =
                new org.apache.hadoop.fs.Path(inner.whole("restricted/things/_delta_log/0"));
        org.apache.hadoop.fs.Path ofOuter =
                new org.apache.hadoop.fs.Path(folder.whole("restricted/things/_delta_log/0"));
        try (Lease outer = take("outer", now());
                Lease lost = Lease.take(inner, "backfill", "inner", now())) {
            inner.write("lease.json", "{\"unfinished_days\": []}");

            assertThatThrownBy(() -> Lease.requireHeld(ofInner)).isInstanceOf(LakeBusyException.class);
            Lease.requireHeld(ofOuter);
            assertThat(lost.unfinishedDays()).isEqualTo(outer.unfinishedDays());
        }
    }

    private Lease take(String runId, InstantSource clock) {
        return Lease.take(folder, "backfill", runId, clock);
    }

    /** This process started before now, so the holder counts as alive. */
    private static InstantSource now() {
        return InstantSource.system();
    }
}
