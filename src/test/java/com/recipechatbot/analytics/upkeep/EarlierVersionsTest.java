package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.StoredText;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two publications of a day, only the later can be read. */
class EarlierVersionsTest {

    private static final Set<String> OF_ANN = Set.of("potato soup");

    @TempDir
    private Path folder;

    private TestExport export;
    private Instant restatedAt = Instant.MAX;

    @BeforeEach
    void publish() {
        export = new TestExport(folder.resolve("export"))
                .day("2025-01-06", message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make potato soup?"))
                .day("2025-01-07", message("c2", "2025-01-07T10:00:00", "ben", "user", "Good morning!"));
        backfill("2025-01-06", "2025-01-07", "--min-users=1");
    }

    @Test
    void anotherThresholdRestatesAllDaysAndLeavesNoEarlierVersion() throws IOException {
        assertThat(published().found(OF_ANN)).isEqualTo(OF_ANN);

        backfill("2025-01-07", "2025-01-07", "--min-users=2");

        assertThat(published().found(OF_ANN)).isEmpty();
        assertThat(lake().rows(MetricTable.DAILY_RECIPES))
                .extracting(row -> row.get("day") + " " + row.get("recipe_key"))
                .containsExactly("2025-01-06 (other)");
        assertThat(lake().rows(MetricTable.WEEKLY_RECIPES))
                .extracting(row -> row.get("recipe_key"))
                .containsExactly("(other)");
        // The new threshold holds from now on.
        backfill("2025-01-06", "2025-01-06");
        assertThat(published().found(OF_ANN)).isEmpty();
    }

    @Test
    void theNextExpiryRemovesWhatWasRestated() throws IOException {
        commitsAreOlderBy(Duration.ofHours(25));
        restate();
        assertThat(published().found(OF_ANN)).isEqualTo(OF_ANN);

        expire();

        assertThat(published().found(OF_ANN)).isEmpty();
        assertThat(lake().rows(MetricTable.DAILY_METRICS)).hasSize(2);
        assertThat(restatedRecipes()).containsExactly("tomato salad");
    }

    /** Also what expiring itself replaces: somebody may be reading it. */
    @Test
    void aVersionThatIsLessThanADayOldOrWasThereWhenTheExpiryBeganStays() throws IOException {
        commitsAreOlderBy(Duration.ofHours(23));
        restate();

        expire();

        assertThat(published().found(OF_ANN)).isEqualTo(OF_ANN);
        assertThat(versions("daily_recipes")).hasSizeGreaterThanOrEqualTo(2);
        commitsAreOlderBy(Duration.ofHours(2));

        expire();

        assertThat(published().found(OF_ANN)).isEmpty();
        assertThat(restatedRecipes()).containsExactly("tomato salad");
    }

    private void restate() {
        restatedAt = Instant.now();
        export.day("2025-01-06", message("c1", "2025-01-06T10:00:00", "ann", "user", "How do I make tomato salad?"));
        backfill("2025-01-06", "2025-01-06");
    }

    private List<String> restatedRecipes() {
        return lake().rows(MetricTable.DAILY_RECIPES).stream()
                .map(row -> row.get("recipe_key").toString())
                .toList();
    }

    private void backfill(String from, String to, String... more) {
        Commands.Ended ended = Commands.backfill(Stream.concat(
                        Stream.of(
                                "--input=" + export.root(),
                                "--lake=" + folder.resolve("lake"),
                                "--keys=" + Commands.keys(folder),
                                "--from=" + from,
                                "--to=" + to),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    private void expire() {
        Commands.Ended ended = Commands.run("expire", "--lake=" + folder.resolve("lake"), "--as-of=2025-01-08");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    /** As if what was written before the restatement had been written so much earlier. */
    private void commitsAreOlderBy(Duration time) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake/published"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                if (written.isBefore(restatedAt)) {
                    Files.setLastModifiedTime(file, FileTime.from(written.minus(time)));
                }
            }
        }
    }

    private List<Path> versions(String table) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("lake/published/" + table + "/_delta_log"))) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{20}\\.json"))
                    .toList();
        }
    }

    private StoredText published() throws IOException {
        return StoredText.below(folder.resolve("lake/published"));
    }

    private TestLake lake() {
        return TestLake.at(folder.resolve("lake"));
    }
}
