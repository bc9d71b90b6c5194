package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of three commits, each with a file, which are merged into one and whose history is removed. */
class CompactionTest {

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void threeCommits() {
        lake = Lake.open(TestSpark.session(), folder.resolve("lake").toString(), Optional.empty());
        for (String thing : List.of("pan", "pot", "lid")) {
            lake.append(Things.TABLE, TestSpark.session().sql("SELECT '%s' AS thing".formatted(thing)));
        }
    }

    @Test
    void compactingKeepsEveryRowAndIsNotAChangeForReaders() throws IOException {
        lake.compact(Things.TABLE);

        assertThat(things()).containsExactlyInAnyOrder("pan", "pot", "lid");
        assertThat(lake.read(Things.TABLE).inputFiles()).hasSize(1);
        // A reader of the table's changes must not mistake its rows for new ones.
        assertThat(Files.readString(table().resolve("_delta_log/00000000000000000003.json")))
                .contains("\"add\"", "\"remove\"", "\"dataChange\":false")
                .doesNotContain("\"dataChange\":true");
    }

    @Test
    void forgettingKeepsEveryRowAndNothingOfEarlierVersions() throws IOException {
        lake.compact(Things.TABLE);
        lake.forgetHistory(Things.TABLE);

        assertThat(things()).containsExactlyInAnyOrder("pan", "pot", "lid");
        assertThat(names(table())).filteredOn(name -> name.endsWith(".parquet")).hasSize(1);
        assertThat(names(table().resolve("_delta_log")))
                .filteredOn(name -> name.endsWith(".json"))
                .containsExactly("00000000000000000003.json");
    }

    /** The files of a killed run, and old rows that Delta keeps as changes. */
    @Test
    void forgettingRemovesWhatNoVersionRefersTo() throws IOException {
        Path changes = Files.createDirectories(table().resolve("_change_data")).resolve("cdc-1.snappy.parquet");
        Path stray = table().resolve("part-stray.snappy.parquet");
        Path hidden = Files.createDirectories(table().resolve("_other")).resolve("file");
        for (Path file : List.of(changes, stray, hidden)) {
            Files.writeString(file, "rows");
        }

        lake.forgetHistory(Things.TABLE);

        assertThat(things()).containsExactlyInAnyOrder("pan", "pot", "lid");
        assertThat(changes).doesNotExist();
        assertThat(stray).doesNotExist();
        assertThat(hidden).exists();
    }

    /** An erasure must end, whatever else has happened to the table. */
    @Test
    void aLostFileKeepsNothingElseFromGoing() throws IOException {
        Files.delete(dataFiles().get(0));
        Path stray = Files.writeString(table().resolve("part-stray.snappy.parquet"), "rows");

        lake.forgetHistory(Things.TABLE);

        assertThat(stray).doesNotExist();
        assertThat(names(table().resolve("_delta_log")))
                .filteredOn(name -> name.endsWith(".json"))
                .containsExactly("00000000000000000002.json");
    }

    @Test
    void versionsThatAreKeptCanStillBeRead() throws IOException {
        lake.compact(Things.TABLE);

        lake.forgetHistory(Things.TABLE, Instant.now(), 2);

        assertThat(dataFiles()).hasSize(4);
        assertThat(TestSpark.session()
                        .read()
                        .format("delta")
                        .option("versionAsOf", 2)
                        .load(table().toString())
                        .count())
                .isEqualTo(3);
    }

    /** It has deleted the files of earlier versions, but not yet the log that refers to them. */
    @Test
    void forgettingThatWasKilledHalfwayIsNoReasonToFail() throws IOException {
        List<Path> earlier = dataFiles();
        lake.compact(Things.TABLE);
        for (Path file : earlier) {
            Files.delete(file);
        }

        lake.forgetHistory(Things.TABLE, Instant.EPOCH, 0);

        assertThat(things()).containsExactlyInAnyOrder("pan", "pot", "lid");
    }

    @Test
    void aRunThatHasLostTheLakeDeletesNothing() throws IOException {
        lake.compact(Things.TABLE);
        try (Lease lease = lake.lease("expire", "mine", InstantSource.system())) {
            Path file = folder.resolve("lake/lease.json");
            String mine = Files.readString(file);
            Files.writeString(file, mine.replace("mine", "theirs"));

            assertThatThrownBy(() -> lake.forgetHistory(Things.TABLE)).isInstanceOf(LakeBusyException.class);

            assertThat(dataFiles()).hasSize(4);
            Files.writeString(file, mine);
            lease.finish(List.of());
        }
    }

    private List<Path> dataFiles() throws IOException {
        try (Stream<Path> files = Files.list(table())) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private List<String> things() {
        return lake.read(Things.TABLE).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private Path table() {
        return folder.resolve("lake").resolve(Things.TABLE.location());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
