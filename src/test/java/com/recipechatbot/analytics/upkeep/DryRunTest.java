package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

    @TempDir
    private Path folder;

    @Test
    void theDifferenceIsPrintedAndNothingIsWritten() throws IOException {
        String monday = message("c1", "2025-01-06T10:00:00", "ann", "user", "Good morning!");
        TestExport export = new TestExport(folder.resolve("export")).day("2025-01-06", monday);
        assertThat(backfill().exitCode()).isZero();
        List<String> before = files();
        export.day("2025-01-06", monday, message("c2", "2025-01-06T11:00:00", "bob", "user", "Good morning!"));

        Commands.Ended tried = backfill("--dry-run");

        assertThat(tried.exitCode()).as(tried.err()).isZero();
        assertThat(tried.out().lines())
                .contains(
                        "daily_metrics 2025-01-06 active_users: 1 -> 2",
                        "daily_metrics 2025-01-06 messages: 1 -> 2",
                        "hourly_usage 2025-01-06 11 users: 0 -> -",
                        "weekly_metrics 2025-01-06 active_users: 1 -> 2",
                        "monthly_metrics 2025-01-01 conversations: 1 -> 2",
                        "Nothing was written. Run it without --dry-run to write it.")
                .noneMatch(line -> line.contains("avg_conversation_length"));
        assertThat(files()).isEqualTo(before);

        assertThat(backfill().exitCode()).isZero();
        assertThat(backfill("--dry-run").out()).startsWith("no difference\n");
    }

    @Test
    void aLakeThatIsNotThereHasNothingToCompare() {
        new TestExport(folder.resolve("export"))
                .day("2025-01-06", message("c1", "2025-01-06T10:00:00", "ann", "user", "Good morning!"));

        Commands.Ended tried = backfill("--dry-run");

        assertThat(tried.exitCode()).isEqualTo(2);
        assertThat(tried.err()).contains("Cannot open the lake").contains("it does not exist");
        assertThat(folder.resolve("lake")).doesNotExist();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private Commands.Ended backfill(String... more) {
        // Relative, as people type it.
        Path lake = Path.of("").toAbsolutePath().relativize(folder.resolve("lake"));
        return Commands.backfill(Stream.concat(
                        Stream.of(
                                "--input=" + folder.resolve("export"),
                                "--lake=" + lake,
                                "--keys=" + Commands.keys(folder),
                                "--from=2025-01-06",
                                "--to=2025-01-06"),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
