package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestSpark;
import io.delta.storage.LogStore;
import io.delta.storage.S3SingleDriverLogStore;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;

/** Two runs on one lake, on S3 and in a local folder: one writes, the other is refused, and no commit is ever lost. */
class WritersTest {

    private static final String S3 = "s3://writers/";
    private static final String LOCAL = "local/";
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    @TempDir
    private static Path folder;

    private static S3Server s3;

    @BeforeAll
    static void startS3() throws Exception {
        Files.createDirectories(folder.resolve("s3/writers"));
        s3 = S3Server.over(folder.resolve("s3"));
        s3.configure(TestSpark.session().sparkContext().hadoopConfiguration());
    }

    @AfterAll
    static void stopS3() {
        s3.close();
    }

    @Test
    void onS3OnlyOneOfTwoProcessesWinsEachVersion() throws Exception {
        assertOneWinner(LakeLogStore.class, "s3a://writers/race/_delta_log");
    }

    @Test
    void inALocalFolderOnlyOneOfTwoProcessesWinsEachVersion() throws Exception {
        assertOneWinner(LakeLogStore.class, place(LOCAL) + "race/_delta_log");
    }

    @Test
    void withDeltasOwnStoreOnS3BothWinAndOneCommitIsLost() throws Exception {
        Set<Integer> both = Set.of();
        // On a busy machine, the two may never collide during a race.
        for (int race = 0; both.isEmpty() && race < 5; race++) {
            both = wonByBoth(
                    CommitRace.run(S3SingleDriverLogStore.class, "s3a://writers/lost-" + race, settingsOfS3()));
        }
        assertThat(both).isNotEmpty();
    }

    private static void assertOneWinner(Class<? extends LogStore> store, String log) throws Exception {
        List<List<Integer>> won = CommitRace.run(store, log, settingsOfS3());

        assertThat(wonByBoth(won)).isEmpty();
        assertThat(won.get(0).size() + won.get(1).size()).isEqualTo(CommitRace.VERSIONS);
        // What a winner wrote is still there.
        for (int version : won.get(0)) {
            assertThat(read(CommitRace.commit(log, version))).isEqualTo("one\n");
        }
        for (int version : won.get(1)) {
            assertThat(read(CommitRace.commit(log, version))).isEqualTo("two\n");
        }
    }

    private static Set<Integer> wonByBoth(List<List<Integer>> won) {
        Set<Integer> both = new HashSet<>(won.get(0));
        both.retainAll(won.get(1));
        System.out.printf("%d of %d versions won by both%n", both.size(), CommitRace.VERSIONS);
        return both;
    }

    @Test
    void aSecondRunOnS3ExitsWith5AndSaysWhoHasHeldTheLakeSinceWhen() {
        Path keys = Commands.keys(folder);
        TestExport export = new TestExport(folder.resolve("export"))
                .day("2025-01-06", TestExport.message("c1", "2025-01-06T10:00:00", "ann", "user", "Hello"));
        Lake lake = open(S3 + "busy");
        Instant since = Instant.now();

        try (Lease held = lake.lease("backfill", "first", InstantSource.fixed(since))) {
            Commands.Ended ended = Commands.dailyMetrics(
                    "--input=" + export.root(), "--lake=" + S3 + "busy", "--keys=" + keys, "--day=2025-01-06");

            assertThat(held.unfinishedDays()).isEmpty();
            assertThat(ended.exitCode()).isEqualTo(5);
            assertThat(ended.err())
                    .contains("Cannot write to the lake s3://writers/busy: the run first of backfill (process ")
                    .contains(", since " + since + ") holds it.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {S3, LOCAL})
    void onlyOneOfManyGetsAnExpiredLeaseAndTheUnfinishedDays(String place) throws Exception {
        LakeFolder lake = new LakeFolder(hadoop(), place(place) + "expired");
        ExecutorService contenders = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                lake.write("lease.json", """
                        {"job": "backfill", "run_id": "silent", "host": "another-machine", "process": 7, "round": %d,
                         "since": "2025-01-09T00:00:00Z", "last_seen": "2025-01-09T00:00:00Z", "unfinished_days": ["2025-01-06"]}
                        """.formatted(round));
                List<Callable<Optional<Lease>>> attempts = List.of(
                        () -> attempt(lake, "a"),
                        () -> attempt(lake, "b"),
                        () -> attempt(lake, "c"),
                        () -> attempt(lake, "d"));
                List<Lease> taken = new ArrayList<>();
                for (Future<Optional<Lease>> attempt : contenders.invokeAll(attempts)) {
                    attempt.get().ifPresent(taken::add);
                }
                List<Lease> held = taken.stream().filter(WritersTest::isHeld).toList();

                assertThat(held).hasSize(1);
                assertThat(held.get(0).unfinishedDays()).containsExactly(MONDAY);
                // S3 compares and replaces atomically. S3Proxy compares first, so two runs may briefly both believe
                // they hold the lease.
                assertThat(taken).hasSizeLessThan(place.equals(LOCAL) ? 2 : 5);
                taken.forEach(Lease::close);
            }
        } finally {
            contenders.shutdown();
        }
    }

    private static boolean isHeld(Lease lease) {
        try {
            lease.renew();
            return true;
        } catch (LakeBusyException e) {
            return false;
        }
    }

    /** Empty if another run was faster. */
    private static Optional<Lease> attempt(LakeFolder lake, String runId) {
        try {
            return Optional.of(Lease.take(lake, "backfill", runId, InstantSource.system()));
        } catch (LakeBusyException e) {
            return Optional.empty();
        } catch (LakeException e) {
            // S3Proxy, unlike S3, may answer with the length of one version and the bytes of another: such a read is
            // of a lease that another contender is just writing.
            if (e.getMessage().contains("lease.json: it is not JSON")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {S3, LOCAL})
    void aRunThatWakesUpAfterItsLeaseWasTakenCannotCommit(String place) {
        Lake lake = open(place(place) + "woken");
        try (Lease lease = lake.lease("backfill", "woken", InstantSource.system())) {
            lake.append(Things.TABLE, things("before"));
            takeFrom(lake);

            assertThatThrownBy(() -> lake.append(Things.TABLE, things("after"))).isInstanceOf(LakeBusyException.class);
            assertThatThrownBy(() -> lake.replace(Things.TABLE, "thing <> ''", things("after")))
                    .isInstanceOf(LakeBusyException.class);
            assertThatThrownBy(() -> lake.delete(Things.TABLE, "thing = 'before'"))
                    .isInstanceOf(LakeBusyException.class);
            assertThatThrownBy(lease::renew).isInstanceOf(LakeBusyException.class);
        }
        assertThat(lake.read(Things.TABLE).collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("before");
    }

    @ParameterizedTest
    @ValueSource(strings = {S3, LOCAL})
    void aCommitInProgressWhenTheLeaseIsTakenComesTooLate(String place) throws Exception {
        Lake lake = open(place(place) + "under-way");
        try (Lease lease = lake.lease("backfill", "slow", InstantSource.system())) {
            lake.append(Things.TABLE, things("before"));
            org.apache.hadoop.fs.Path log = lake.folder().path(Things.TABLE.location() + "/_delta_log");
            LakeLogStore store = new LakeLogStore(hadoop());
            // The commit has checked the lease; while it is being prepared, another run takes the lease and fences the
            // table.
            Iterator<String> takenMeanwhile = List.of("late").stream()
                    .peek(action -> {
                        takeFrom(lake);
                        lake.folder()
                                .create(Things.TABLE.location() + "/_delta_log/00000000000000000001.json", "fence");
                    })
                    .iterator();

            assertThatThrownBy(() -> store.write(CommitRace.commit(log.toString(), 1), takenMeanwhile, false, hadoop()))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThatThrownBy(() -> store.write(
                            CommitRace.commit(log.toString(), 2),
                            List.of("later").iterator(),
                            false,
                            hadoop()))
                    .isInstanceOf(LakeBusyException.class);
            assertThat(lease.unfinishedDays()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {S3, LOCAL})
    void takingALeaseThatWasNotReturnedTakesTheNextVersionOfEachTable(String place) {
        Lake lake = open(place(place) + "fenced");
        try (Lease given = lake.lease("backfill", "first", InstantSource.system())) {
            lake.append(Things.TABLE, things("before"));
            given.finish(List.of());
        }
        try (Lease unfenced = lake.lease("backfill", "second", InstantSource.system())) {
            assertThat(version(lake)).isZero();
            unfenced.finish(List.of());
        }

        takeFrom(lake);
        InstantSource later =
                InstantSource.fixed(Instant.now().plus(Lease.SILENCE).plus(Duration.ofMinutes(1)));
        try (Lease fenced = lake.lease("backfill", "third", later)) {
            assertThat(version(lake)).isEqualTo(1);
            fenced.finish(List.of());
        }
        assertThat(lake.read(Things.TABLE).collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("before");
    }

    @ParameterizedTest
    @ValueSource(strings = {S3, LOCAL})
    void aFileIsCreatedOnceAndReplacedOnlyIfUnchanged(String place) throws Exception {
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(place(place) + "files/one");
        AtomicFiles files = new AtomicFiles(file.getFileSystem(hadoop()));

        assertThat(files.create(file, "first")).isTrue();
        assertThat(files.create(file, "second")).isFalse();
        String first = files.read(file).orElseThrow().tag();
        assertThat(files.replace(file, first, "third")).isTrue();
        assertThat(files.replace(file, first, "fourth")).isFalse();
        assertThat(read(file)).isEqualTo("third");
        assertThat(files.replace(new org.apache.hadoop.fs.Path(place(place) + "files/none"), first, "fifth"))
                .isFalse();
    }

    @Test
    void aLostAnswerIsNotMistakenForAnothersCommit() throws Exception {
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path("s3a://writers/files/retried");
        AtomicFiles files = new AtomicFiles(file.getFileSystem(hadoop()));

        // What S3A sees when it retries because the answer to its first request was lost.
        assertThat(files.create(file, "mine")).isTrue();
        assertThat(files.create(file, "mine")).isTrue();
        String tag = files.read(file).orElseThrow().tag();
        assertThat(files.replace(file, tag, "mine again")).isTrue();
        assertThat(files.replace(file, tag, "mine again")).isTrue();
    }

    @Test
    void aFileSystemWithoutConditionalWritesIsRefused() throws Exception {
        Configuration without = new Configuration(hadoop());
        without.setBoolean("fs.s3a.create.conditional.enabled", false);
        without.setBoolean("fs.s3a.impl.disable.cache", true);
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path("s3a://writers/files/refused");
        AtomicFiles files = new AtomicFiles(file.getFileSystem(without));

        assertThatThrownBy(() -> files.create(file, "content"))
                .isInstanceOf(LakeException.class)
                .hasMessage(
                        "Cannot write to s3a://writers/files/refused: its file system (s3a) has no conditional writes, so two runs could overwrite each other. Use S3A, and leave fs.s3a.create.conditional.enabled on.");
    }

    /** As another process would do it, without this one noticing. */
    private static void takeFrom(Lake lake) {
        Instant now = Instant.now();
        lake.folder().write("lease.json", """
                {"job": "backfill", "run_id": "other", "host": "another-machine", "process": 7,
                 "since": "%s", "last_seen": "%s", "unfinished_days": []}
                """.formatted(now, now));
    }

    private static Lake open(String location) {
        return Lake.open(TestSpark.session(), location, Optional.empty());
    }

    private static Dataset<Row> things(String name) {
        return TestSpark.session().sql("SELECT '%s' AS thing".formatted(name));
    }

    private static long version(Lake lake) {
        return DeltaLog.forTable(TestSpark.session(), lake.folder().path(Things.TABLE.location()))
                .update(false, Option.empty(), Option.empty())
                .version();
    }

    private static String read(org.apache.hadoop.fs.Path file) throws Exception {
        return new AtomicFiles(file.getFileSystem(hadoop()))
                .read(file)
                .orElseThrow()
                .content();
    }

    private static String place(String place) {
        return place.equals(LOCAL) ? folder.resolve(LOCAL) + "/" : place;
    }

    private static Configuration hadoop() {
        return TestSpark.session().sparkContext().hadoopConfiguration();
    }

    private static Configuration settingsOfS3() {
        Configuration settings = new Configuration(false);
        s3.configure(settings);
        return settings;
    }
}
