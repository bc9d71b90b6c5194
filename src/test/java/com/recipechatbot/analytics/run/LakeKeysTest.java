package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake is written with the keys that its rows were made with; others are noticed before anything is written. */
class LakeKeysTest {

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path keys;
    private Path others;

    /** Ann and Bob write on the Sunday of week 3, Ann on the Monday of week 4 and in March. */
    @BeforeAll
    static void aLakeOfWeek3() {
        new TestExport(made.resolve("export"))
                .day(
                        "2025-01-19",
                        message("c1", "2025-01-19T10:00:00", "ann", "user", "Hello"),
                        message("c2", "2025-01-19T11:00:00", "bob", "user", "Hello"))
                .day("2025-01-20", message("c3", "2025-01-20T10:00:00", "ann", "user", "Hello again"))
                .day("2025-03-03", message("c4", "2025-03-03T10:00:00", "ann", "user", "And again"));
        assertDone(Commands.dailyMetrics(
                "--input=" + made.resolve("export"),
                "--lake=" + made.resolve("lake"),
                "--keys=" + Commands.keys(made),
                "--day=2025-01-19"));
    }

    @BeforeEach
    void aCopyOfIt() throws IOException {
        FileUtils.copyDirectory(made.toFile(), folder.toFile());
        Files.writeString(folder.resolve("users"), "ann\n");
        keys = folder.resolve("keys");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        others = folder.resolve("others");
        KeyRing.create(others);
    }

    @Test
    void onALocalDiskOnlyItsOwnerHasAccess() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("lake"))))
                .isEqualTo("rwx------");
    }

    @Test
    void otherKeysAreRefusedBeforeTheFirstWrite() throws IOException {
        Map<String, String> before = files();

        assertRefused(daily(others, "2025-01-20"), "2025-01, activity, conversation, record, tombstone");
        assertRefused(daily(keysWith("activity", "2025-01"), "2025-01-20"), "2025-01, activity");
        for (String reader : List.of("access", "erase")) {
            Ended ended = Commands.run(reader, "--users=" + folder.resolve("users"), lake(), "--keys=" + others);
            assertThat(ended.exitCode()).as(reader).isEqualTo(2);
            assertThat(ended.err())
                    .endsWith(refusal(others, "2025-01, activity, conversation, record, tombstone")
                            + " Give the keys of its earlier runs.\n");
        }
        assertRefused(
                Commands.run("replay", lake(), "--keys=" + others),
                "2025-01, activity, conversation, record, tombstone");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keysThatNoRowWasMadeWithMayComeAndGo() throws IOException {
        Path changed = keysWith("2025-02", "2025-06");
        Files.writeString(changed, Files.readString(changed) + "quarantine = " + keyOf(others, "activity") + "\n");
        KeyRing.shred(changed.toString(), YearMonth.of(2025, 1));

        assertDone(daily(changed, "2025-03-03"));
        // From now on the lake knows the quarantine key as well.
        KeyRing.createWithQuarantine(folder.resolve("another"));
        Files.writeString(
                keys, Files.readString(keys) + "quarantine = " + keyOf(folder.resolve("another"), "quarantine") + "\n");
        assertRefused(daily(keys, "2025-03-03"), "quarantine");
    }

    @Test
    void newKeysCountUsersFromTheirFirstDayOn() throws IOException {
        assertDone(Commands.run("weekly-metrics", lake(), "--week=2025-W03"));
        Object week3 = weeks().get(0);

        assertDone(daily(others, "2025-01-20", "--new-keys"));
        assertDone(Commands.run("weekly-metrics", lake(), "--week=2025-W04"));

        // Ann was there in the week before, which these keys cannot tell.
        assertThat(weeks()).hasSize(2).element(0).isEqualTo(week3);
        assertThat(weeks().get(1))
                .containsEntry("active_users", 1L)
                .containsEntry("new_users", null)
                .containsEntry("returning_users", null)
                .containsEntry("dormant_users", null)
                .containsEntry("growth_percent", null)
                .containsEntry("is_left_censored", true);
        assertThat(rows(MetricTable.DAILY_RETENTION))
                .extracting(row ->
                        row.get("cohort_day") + " " + row.get("cohort_users") + " " + row.get("is_left_censored"))
                .containsExactly("2025-01-19 2 true", "2025-01-20 1 true");
        // The next run goes on with them.
        assertDone(daily(others, "2025-01-20"));
        Ended closed = daily(others, "2025-01-19");
        assertThat(closed.exitCode()).isEqualTo(2);
        assertThat(closed.err())
                .endsWith("Cannot publish 2025-01-19: the days before 2025-01-20 are closed, because their rows have"
                        + " expired, were made with earlier keys or were shredded. Give days from 2025-01-20 on.\n");
        assertRefused(daily(keys, "2025-01-20"), "2025-01, activity, conversation, record, tombstone");
    }

    @Test
    void withBothKeysAllRowsAreFoundAndErased() throws IOException {
        assertDone(daily(others, "2025-01-20", "--new-keys"));

        Ended early = access(keys);
        Ended late = access(others);

        assertThat(early.out().lines().filter(row -> row.contains("user_activity")))
                .singleElement()
                .asString()
                .contains("2025-01-19");
        assertThat(early.err())
                .contains("cannot be found: rows of the days from 2025-01-20 on: they were made with other keys\n");
        assertThat(late.out().lines().filter(row -> row.contains("user_activity")))
                .singleElement()
                .asString()
                .contains("2025-01-20");
        assertThat(late.err())
                .contains("cannot be found: rows of the days before 2025-01-20: they were made with other keys\n");
        Ended erased = Commands.run("erase", "--users=" + folder.resolve("users"), lake(), "--keys=" + others);
        assertDone(erased);
        assertThat(erased.out())
                .contains(
                        "Rows of the days before 2025-01-20: they were made with other keys. Run erase again with those keys.");
        assertDone(Commands.run("erase", "--users=" + folder.resolve("users"), lake(), "--keys=" + keys));
        assertThat(rows(MetricTable.USER_ACTIVITY))
                .singleElement()
                .satisfies(bob -> assertThat(bob).containsEntry("day", LocalDate.of(2025, 1, 19)));
    }

    @Test
    void newKeysMayReadTheLastDaysAgainButNoneInBetween() throws IOException {
        assertDone(daily(keys, "2025-01-20"));

        Ended between = daily(others, "2025-01-19", "--new-keys");
        assertThat(between.exitCode()).isEqualTo(2);
        assertThat(between.err())
                .endsWith(
                        "Cannot begin with new keys on 2025-01-19: the lake has published 2025-01-20 with other keys, and"
                                + " this run does not read that day again. Give a range that ends on or after 2025-01-20 and whose"
                                + " days are all in the input.\n");

        assertDone(daily(others, "2025-01-20", "--new-keys"));
        assertThat(rows(MetricTable.USER_ACTIVITY))
                .extracting(row -> row.get("day"))
                .containsExactlyInAnyOrder(
                        LocalDate.of(2025, 1, 19), LocalDate.of(2025, 1, 19), LocalDate.of(2025, 1, 20));
        assertThat(rows(MetricTable.USER_ACTIVITY))
                .extracting(row -> row.get("activity_key"))
                .doesNotHaveDuplicates();
    }

    @Test
    void missingKeysAreNotToBeCreatedForALakeThatIsThere() {
        Ended ended = daily(folder.resolve("none"), "2025-01-20");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .endsWith(
                        "Cannot read the keys in %s: there is no such file. Give the keys that the lake's rows were made with.\n"
                                .formatted(folder.resolve("none")))
                .doesNotContain("create");
    }

    private void assertRefused(Ended ended, String names) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "for the lake %s: its rows were made with another key for %s. Give the keys of its earlier runs."
                                .formatted(folder.resolve("lake"), names));
    }

    private String refusal(Path given, String names) {
        return "Cannot use the keys in %s for the lake %s: its rows were made with another key for %s."
                .formatted(given, folder.resolve("lake"), names);
    }

    private static void assertDone(Ended ended) {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    private Ended daily(Path with, String day, String... more) {
        return Commands.run(Stream.concat(
                        Stream.of(
                                "daily-metrics",
                                "--input=" + folder.resolve("export"),
                                lake(),
                                "--keys=" + with,
                                "--day=" + day),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Ended access(Path with) {
        Ended ended = Commands.run("access", "--users=" + folder.resolve("users"), lake(), "--keys=" + with);
        assertDone(ended);
        return ended;
    }

    private String lake() {
        return "--lake=" + folder.resolve("lake");
    }

    private List<Map<String, Object>> weeks() {
        return rows(MetricTable.WEEKLY_METRICS);
    }

    private List<Map<String, Object>> rows(MetricTable table) {
        return TestLake.at(folder.resolve("lake")).rows(table);
    }

    /** A copy of the key file with some keys of the other one. */
    private Path keysWith(String... names) throws IOException {
        String content = Files.readString(keys);
        for (String name : names) {
            content = content.replace(keyOf(keys, name), keyOf(others, name));
        }
        Path file = Files.copy(keys, folder.resolve("mixed"), StandardCopyOption.COPY_ATTRIBUTES);
        return Files.writeString(file, content);
    }

    private static String keyOf(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name + " = "))
                .map(line -> line.substring(name.length() + 3))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve("lake"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return files;
    }
}
