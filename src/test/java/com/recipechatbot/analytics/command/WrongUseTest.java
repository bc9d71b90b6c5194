package com.recipechatbot.analytics.command;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done is said in one sentence, with its exit code, and leaves nothing half written. */
class WrongUseTest {

    @TempDir
    private Path folder;

    private String input;
    private String lake;
    private String keys;

    @BeforeEach
    void aDayOfInput() {
        new TestExport(folder.resolve("export"))
                .day("2025-01-06", message("c1", "2025-01-06T10:00:00", "ann", "user", "Hello"));
        input = folder.resolve("export").toString();
        lake = folder.resolve("lake").toString();
        keys = Commands.keys(folder).toString();
    }

    @Test
    void aMissingKeyFileIsWrongConfiguration() {
        Ended ended = daily(input, lake, folder.resolve("no-keys").toString(), "2025-01-06");

        assertEnded(ended, 2);
        assertThat(lastLine(ended)).startsWith("Cannot read the keys").contains("jobs/run keys create --keys");
    }

    @Test
    void aToolWithoutANameIsWrongUse() {
        Ended ended = Commands.dailyMetrics(
                "--input=" + input,
                "--lake=" + lake,
                "--keys=" + keys,
                "--day=2025-01-06",
                "--tools=unit_converter,--");

        assertEnded(ended, 2);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot use --tools unit_converter,--: a name needs a letter or a digit. Give names such as recipe_lookup,unit_converter.");
    }

    @Test
    void aMissingDayIsNotThereYet() {
        Ended ended = daily(input, lake, keys, "2025-01-07");

        assertEnded(ended, 3);
        assertThat(lastLine(ended)).startsWith("Cannot").contains("2025-01-07");
    }

    @Test
    void aMissingInputFolderIsNotThereYet() {
        Ended ended = daily(folder.resolve("nowhere").toString(), lake, keys, "2025-01-06");

        assertEnded(ended, 3);
        assertThat(lastLine(ended)).startsWith("Cannot");
    }

    @Test
    void aTruncatedFileIsDamagedInput() throws IOException {
        Path day = folder.resolve("export/year=2025/month=01/day=06");
        Files.write(day.resolve("more.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3});

        Ended ended = daily(input, lake, keys, "2025-01-06");

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(4);
        assertThat(lastLine(ended)).startsWith("Cannot read").contains("more.json.gz");
        assertThat(folder.resolve("lake/restricted")).doesNotExist();
        assertThat(folder.resolve("lake/published")).doesNotExist();
    }

    @Test
    void aFileNameIsRedactedWhereverItIsSaid() throws IOException {
        Path day = folder.resolve("export/year=2025/month=01/day=06");
        Files.write(day.resolve("jane.roe@example.com.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0});

        Ended ended = daily(input, lake, keys, "2025-01-06");

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(4);
        assertThat(ended.err()).contains("[EMAIL]").doesNotContain("jane.roe");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNoLake() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/holiday.txt"), "pictures");

        Ended ended = daily(input, lake, keys, "2025-01-06");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot use %s as a lake: it contains something else (no lake.json). Name an empty or new folder."
                                .formatted(lake));
        assertThat(folder.resolve("lake")).isDirectoryContaining("glob:**/holiday.txt");
        assertThat(folder.resolve("lake/restricted")).doesNotExist();
    }

    @Test
    void aWrongDateIsWrongUsage() {
        Ended ended = daily(input, lake, keys, "2025-02-30");

        assertEnded(ended, 2);
        assertThat(lastLine(ended))
                .isEqualTo("Cannot read '2025-02-30' as a day: expected a date of the calendar like 2025-01-15.");
    }

    @Test
    void aMissingOptionIsWrongUsage() {
        Ended ended = Commands.dailyMetrics("--lake=" + lake);

        assertEnded(ended, 2);
        assertThat(ended.err()).contains("--input").contains("See jobs/run daily-metrics --help.");
    }

    @Test
    void anotherZoneThanTheLakesIsWrongConfiguration() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"UTC\"}");

        Ended ended = Commands.dailyMetrics(
                "--input=" + input, "--lake=" + lake, "--keys=" + keys, "--day=2025-01-06", "--zone=Europe/Berlin");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot write days in zone Europe/Berlin: the lake %s has had days in UTC since its first write. Omit --zone, or start a new lake."
                                .formatted(lake));
    }

    @Test
    void aLakeOfANewerFormatIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 6, \"zone\": \"UTC\"}");

        Ended ended = daily(input, lake, keys, "2025-01-06");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot use the lake %s: it has format 6, and this version reads up to 5. Use the version that wrote it, or a newer one."
                                .formatted(lake));
    }

    @Test
    void aLakeOfAFormatThatNobodyHasIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 4, \"zone\": \"UTC\"}");

        Ended ended = daily(input, lake, keys, "2025-01-06");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot use the lake %s: it has format 4, which no released version wrote. Backfill its days into a new lake."
                                .formatted(lake));
    }

    @Test
    void aLakeThatAnotherRunHoldsIsBusy() throws IOException {
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"UTC\"}");
        Files.writeString(folder.resolve("lake/lease.json"), """
                {"job": "backfill", "run_id": "r1", "host": "another-machine", "process": 7,
                 "since": "2025-01-09T00:00:00Z", "last_seen": "2999-01-01T00:00:00Z", "unfinished_days": []}
                """);

        Ended ended = daily(input, lake, keys, "2025-01-06");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot write to the lake %s: the run r1 of backfill (process 7 on another-machine, since 2025-01-09T00:00:00Z) holds it. Wait until it ends, or stop it; unless it renews its lease, it loses the lake at 2999-01-01T00:15:00Z."
                                .formatted(lake));
    }

    @Test
    void aWeekWithoutAnyPublishedDayIsNotThereYet() {
        Ended ended = Commands.weeklyMetrics("--lake=" + lake, "--week=2025-W02");

        assertEnded(ended, 3);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot publish the week 2025-W02: no day of it (2025-01-06 to 2025-01-12) is published in %s. Run backfill or daily-metrics for its days first."
                                .formatted(lake));
    }

    @Test
    void erasingNobodyOrFromNowhereIsWrongUsage() throws IOException {
        Path users = folder.resolve("users");
        assertThat(lastLine(erase())).startsWith("Cannot read the users in " + users);
        Files.writeString(users, "# nobody\n");
        assertThat(lastLine(erase()))
                .isEqualTo("Cannot use the users in %s: the file has no user id. Write one user id per line."
                        .formatted(users));
        Files.writeString(users, "ann\n");

        Ended ended = erase();

        assertEnded(ended, 2);
        assertThat(lastLine(ended))
                .isEqualTo("Cannot open the lake %s: it does not exist. Check the path.".formatted(lake));
    }

    @Test
    void expiringFromNowhereOrAsOfTomorrowIsWrongUsage() throws IOException {
        assertEnded(Commands.run("expire", "--lake=" + lake, "--as-of=2025-01-20"), 2);
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"UTC\"}");

        Ended ended = Commands.run("expire", "--lake=" + lake, "--as-of=2999-01-20");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(lastLine(ended))
                .isEqualTo(
                        "Cannot expire as of 2999-01-20: that day is in the future, and what is deleted cannot be brought back. Check the year.");
    }

    @Test
    void aHeldLakeIsNeitherErasedFromNorExpired() throws IOException {
        Files.writeString(folder.resolve("users"), "ann\n");
        Files.createDirectories(folder.resolve("lake"));
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\": 5, \"zone\": \"UTC\"}");
        Files.writeString(folder.resolve("lake/lease.json"), """
                {"job": "backfill", "run_id": "r1", "host": "another-machine", "process": 7,
                 "since": "2025-01-09T00:00:00Z", "last_seen": "2999-01-01T00:00:00Z", "unfinished_days": []}
                """);

        assertThat(erase().exitCode()).isEqualTo(5);
        assertThat(Commands.run("expire", "--lake=" + lake, "--as-of=2025-01-20")
                        .exitCode())
                .isEqualTo(5);
    }

    private Ended erase() {
        return Commands.run("erase", "--users=" + folder.resolve("users"), "--lake=" + lake, "--keys=" + keys);
    }

    private void assertEnded(Ended ended, int exitCode) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
        assertThat(Path.of(lake)).doesNotExist();
    }

    private static String lastLine(Ended ended) {
        String[] lines = ended.err().strip().split("\\R");
        return lines[lines.length - 1];
    }

    private static Ended daily(String input, String lake, String keys, String day) {
        return Commands.dailyMetrics("--input=" + input, "--lake=" + lake, "--keys=" + keys, "--day=" + day);
    }
}
