package com.recipechatbot.analytics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.extraction.Feature;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.privacy.keys.UserPseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** In every working table, {@code access} finds the rows of a user and {@code erase} removes them, from the id alone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonTablesTest {

    /** A new table that is not about people belongs here, and may have no pseudonym. */
    private static final Set<MetricTable> NOT_ABOUT_PEOPLE =
            EnumSet.of(MetricTable.PIPELINE_RUNS, MetricTable.RESTATEMENTS);

    private static final String JOSE = "jos\u00e9/1";
    /** The same, as JSON may also write it. */
    private static final String ESCAPED = "jos\\u00E9\\/1";

    private static final String BROKEN = "{\"user_id\": \"" + ESCAPED + "\", \"role\":";

    @TempDir
    private static Path folder;

    private static Path keys;

    @BeforeAll
    static void aLakeWithARowInEveryTable() throws IOException {
        keys = folder.resolve("keys");
        KeyRing.createWithQuarantine(keys);
        Files.writeString(folder.resolve("users"), JOSE + "\n");
        Path days = new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-06",
                        record("c1", "2025-01-06T10:00:00"),
                        TestExport.message("c2", "2025-01-06T11:00:00", "bob", "user", "How do I make apple pie?"),
                        BROKEN,
                        "{\"broken\":")
                .root();
        TableExportFolder exports = new TableExportFolder(folder.resolve("dynamodb"));
        exports.full(
                "0170-full",
                "2025-01-08T00:00:00Z",
                List.of(List.of(
                        TableExportFolder.item(record("c3", "2025-01-07T10:00:00")),
                        TableExportFolder.item(
                                TestExport.message("c4", "2025-01-07T11:00:00", "bob", "user", "Hello")))));
        assertDone(backfill(days, "2025-01-06"));
        assertDone(backfill(exports.prefix(), "2025-01-07"));
    }

    @Test
    @Order(1)
    void aTableIsEitherAboutPeopleOrHasNoPseudonym() {
        for (MetricTable table : workingTables()) {
            if (NOT_ABOUT_PEOPLE.contains(table)) {
                assertThat(table.contract().columns())
                        .extracting(TableContract.Column::name)
                        .as(table.tableName())
                        .noneMatch(column -> column.endsWith("_key") || column.endsWith("_keys"));
            } else if (table != MetricTable.TOMBSTONES) {
                assertThat(rowsOfJose(table)).as(table.tableName()).isNotEmpty();
            }
        }
    }

    @Test
    @Order(2)
    void accessPrintsTheRowsOfEveryTable() throws IOException {
        Ended ended = Commands.run("access", "--users=" + folder.resolve("users"), lake(), "--keys=" + keys);

        assertDone(ended);
        Map<String, Integer> printed = new TreeMap<>();
        for (String line : ended.out().lines().toList()) {
            printed.merge(new ObjectMapper().readTree(line).get("table").asText(), 1, Integer::sum);
        }
        Map<String, Integer> held = new TreeMap<>();
        for (MetricTable table : workingTables()) {
            if (!rowsOfJose(table).isEmpty()) {
                held.put(table.tableName(), rowsOfJose(table).size());
            }
        }
        assertThat(printed).isEqualTo(held);
    }

    @Test
    @Order(3)
    void whatCannotBeSearchedIsCountedInTheReceipt() throws IOException {
        Path without = folder.resolve("without-quarantine");
        List<String> lines = new ArrayList<>(Files.readAllLines(keys));
        lines.removeIf(line -> line.startsWith("quarantine"));
        KeyRing.create(without);
        Files.write(without, lines);
        Files.writeString(folder.resolve("nobody"), "nobody\n");

        Ended ended = Commands.run("erase", "--users=" + folder.resolve("nobody"), lake(), "--keys=" + without);

        assertDone(ended);
        assertThat(ended.out())
                .contains(
                        "The export: run again with --input to search it.",
                        "Rejected records that are kept, encrypted under a key that was not given: 2. Run again with the keys of the runs that kept them.");
    }

    @Test
    @Order(4)
    void eraseRemovesTheRowsOfEveryTable() {
        Ended ended = Commands.run("erase", "--users=" + folder.resolve("users"), lake(), "--keys=" + keys);

        assertDone(ended);
        for (MetricTable table : workingTables()) {
            if (table == MetricTable.TOMBSTONES) {
                // Of the user, of two conversations and of the broken record.
                assertThat(rowsOfJose(table)).hasSize(4);
            } else {
                assertThat(rowsOfJose(table)).as(table.tableName()).isEmpty();
            }
        }
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.REJECTED_RECORDS))
                .hasSize(1);
    }

    private static List<MetricTable> workingTables() {
        return Arrays.stream(MetricTable.values())
                .filter(table -> !table.contract().area().equals("published"))
                .toList();
    }

    private static List<Map<String, Object>> rowsOfJose(MetricTable table) {
        if (table == MetricTable.TOMBSTONES
                && !Files.exists(folder.resolve("lake").resolve(table.contract().location()))) {
            return List.of();
        }
        return TestLake.at(folder.resolve("lake")).rows(table).stream()
                .filter(row -> pseudonymsOfJose().stream().anyMatch(row.toString()::contains))
                .toList();
    }

    private static List<String> pseudonymsOfJose() {
        Pseudonyms pseudonyms = new Pseudonyms(KeyRing.read(keys));
        String broken = pseudonyms.record(BROKEN.getBytes(StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(List.of(
                pseudonyms.activity(JOSE),
                pseudonyms.tombstone(JOSE),
                pseudonyms.userWeek(JOSE, (int) LocalDate.of(2025, 1, 6).toEpochDay()),
                broken,
                pseudonyms.tombstoneOf(broken)));
        all.addAll(UserPseudonyms.of(List.of(JOSE), pseudonyms, Feature.columns(), List.of())
                .get(UserPseudonyms.FEATURE_KEY));
        for (int day : new int[] {6, 7}) {
            all.add(pseudonyms.userDay(JOSE, (int) LocalDate.of(2025, 1, day).toEpochDay()));
        }
        for (String conversation : List.of("c1", "c3")) {
            all.add(pseudonyms.conversation(conversation));
            all.add(pseudonyms.tombstoneOf(pseudonyms.conversation(conversation)));
        }
        return all;
    }

    private static String record(String conversation, String time) {
        return TestExport.message(conversation, time, "x", "user", "How do I make potato soup?")
                .replace("\"user_id\":\"x\"", "\"user_id\":\"" + ESCAPED + "\"");
    }

    private static Ended backfill(Path input, String day) {
        return Commands.backfill(
                "--input=" + input,
                lake(),
                "--keys=" + keys,
                "--keep-text",
                "--min-users=1",
                "--from=" + day,
                "--to=" + day);
    }

    private static String lake() {
        return "--lake=" + folder.resolve("lake");
    }

    private static void assertDone(Ended ended) {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
}
