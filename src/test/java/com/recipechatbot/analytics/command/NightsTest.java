package com.recipechatbot.analytics.command;

import static com.recipechatbot.analytics.TableExportFolder.change;
import static com.recipechatbot.analytics.TableExportFolder.item;
import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily job as its schedule starts it, over several nights, some of which are missed. */
class NightsTest {

    @TempDir
    private Path folder;

    private TableExportFolder exports;

    @BeforeEach
    void aTableWithTwoDaysOfHistory() {
        exports = new TableExportFolder(folder);
        exports.full(
                "0",
                "2025-01-08T00:00:00Z",
                List.of(List.of(
                        item(message("a", "2025-01-06T10:00:00Z", "u1", "user", "How do I make pizza?")),
                        item(message("b", "2025-01-07T10:00:00Z", "u1", "user", "How do I make ramen?")))));
    }

    @Test
    void theFirstNightPublishesTheHistoryAndALaterOneTheNightsThatWereMissed() throws IOException {
        assertThat(night("2025-01-08T02:00:00Z").exitCode()).isZero();
        assertThat(published()).containsExactly("2025-01-06 true", "2025-01-07 true");

        export(8);
        assertThat(night("2025-01-09T02:00:00Z").exitCode()).isZero();
        assertThat(published()).hasSize(3).last().isEqualTo("2025-01-08 true");

        // The nights of the 10th and 11th are missed; the export of the 12th has their days.
        export(9);
        export(10);
        export(11);
        Ended fifth = night("2025-01-12T02:00:00Z");
        assertThat(fifth.exitCode()).as(fifth.err()).isZero();
        assertThat(published()).hasSize(6).last().isEqualTo("2025-01-11 true");
        JsonNode summary = summary(fifth);
        assertThat(summary.path("day_from").asText()).isEqualTo("2025-01-09");
        assertThat(summary.path("day_to").asText()).isEqualTo("2025-01-11");
        assertThat(summary.path("MissingDays").asInt(-1)).isZero();
    }

    /** A chatbot that is not switched on yet, or on its first evening. */
    @Test
    void aNewTableBeginsWithASilentDay() throws IOException {
        exports = new TableExportFolder(folder.resolve("new"));
        exports.full("0", "2025-01-08T00:00:00Z", List.of(List.of()));

        Ended first = night("2025-01-08T02:00:00Z");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("the table holds no messages of these days: they are published as days without messages");
        assertThat(published()).containsExactly("2025-01-07 true");

        export(8);
        Ended second = night("2025-01-09T02:00:00Z");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).doesNotContain("no messages");
        assertThat(published()).containsExactly("2025-01-07 true", "2025-01-08 true");
    }

    /** Somebody exports what is there on the day of the first message. */
    @Test
    void aTableWhoseFirstMessageIsOfTodayBeginsWithYesterday() {
        exports = new TableExportFolder(folder.resolve("new"));
        exports.full(
                "0",
                "2025-01-08T11:05:00Z",
                List.of(List.of(item(message("a", time(8), "u1", "user", "How do I make pizza?")))));

        Ended ended = night("2025-01-08T12:00:00Z");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(published()).containsExactly("2025-01-07 true");
    }

    @Test
    void aDayThatCannotBeMadeUpForIsAHole() throws IOException {
        night("2025-01-08T02:00:00Z");
        export(9);

        Ended ended = night("2025-01-10T02:00:00Z");

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.INPUT_NOT_READY);
        assertThat(ended.out()).contains("missing in the input: 2025-01-08.");
        assertThat(published()).containsExactly("2025-01-06 true", "2025-01-07 true", "2025-01-09 true");
        assertThat(summary(ended).path("MissingDays").asInt(-1)).isEqualTo(1);
    }

    /** An export of a day of New York is enough for that day: nobody waits for the end of the next day of UTC. */
    @Test
    void aDayOfAZoneIsCompleteInItsNight() {
        exports.incremental(
                "ny",
                "2025-01-08T00:00:00Z",
                "2025-01-09T00:00:00Z",
                List.of(List.of(change(time(8), message("c", time(8), "u1", "user", "How do I make pizza?"), null))));
        exports.incremental(
                "evening",
                "2025-01-09T00:00:00Z",
                "2025-01-09T05:00:00Z",
                List.of(List.of(change(
                        "2025-01-09T01:00:00Z",
                        message("d", "2025-01-09T01:00:00Z", "u1", "user", "How do I make ramen?"),
                        null))));

        Ended ended = daily("--scheduled-time=2025-01-09T09:15:00Z", "--zone=America/New_York");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(published()).hasSize(3).last().isEqualTo("2025-01-08 true");
    }

    @Test
    void aRepeatedNightPublishesItsDayAgain() {
        night("2025-01-08T02:00:00Z");
        List<String> before = published();

        Ended again = night("2025-01-08T02:00:00Z");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void aDayThatIsNamedIsPublishedAlone() {
        assertThat(daily("--day=2025-01-07").exitCode()).isZero();

        assertThat(published()).hasSize(1).first().asString().startsWith("2025-01-07");
    }

    @Test
    void foldersOfDaysBeginWithTheFirstFolder() throws IOException {
        Path days = folder.resolve("conversations");
        for (int day = 6; day < 9; day++) {
            Path file = days.resolve("year=2025/month=01/day=0" + day + "/a.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, message("c" + day, time(day), "u1", "user", "How do I make pizza?"));
        }

        Ended ended = daily(days, "--scheduled-time=2025-01-09T02:00:00Z");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        // The last folder has no later one and no mark: it may still grow.
        assertThat(published()).containsExactly("2025-01-06 true", "2025-01-07 true", "2025-01-08 false");
    }

    private void export(int day) {
        exports.incremental(
                Integer.toString(day),
                LocalDate.of(2025, 1, day) + "T00:00:00Z",
                LocalDate.of(2025, 1, day + 1) + "T00:00:00Z",
                List.of(List.of(
                        change(time(day), message("c" + day, time(day), "u1", "user", "How do I make pizza?"), null))));
    }

    private static String time(int day) {
        return LocalDate.of(2025, 1, day) + "T10:00:00Z";
    }

    private Ended night(String scheduledTime) {
        return daily("--scheduled-time=" + scheduledTime);
    }

    private Ended daily(String... times) {
        return daily(exports.prefix(), times);
    }

    private Ended daily(Path input, String... times) {
        return Commands.ended(() -> RootCommand.runToEnd(Stream.concat(
                        Stream.of(
                                "daily-metrics",
                                "--input=" + input,
                                "--lake=" + folder.resolve("lake"),
                                "--keys=" + Commands.keys(folder)),
                        Stream.of(times))
                .toArray(String[]::new)));
    }

    /** Each day of the lake and whether it is complete. */
    private List<String> published() {
        List<String> days = new ArrayList<>();
        TestLake.at(folder.resolve("lake"))
                .rows(MetricTable.DAILY_METRICS)
                .forEach(row -> days.add(row.get("day") + " " + row.get("is_complete")));
        return days;
    }

    private static JsonNode summary(Ended ended) throws IOException {
        String line = ended.err()
                .lines()
                .filter(each -> each.startsWith("{\"event\":\"run\""))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(line);
    }
}
