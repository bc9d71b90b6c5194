package com.recipechatbot.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
