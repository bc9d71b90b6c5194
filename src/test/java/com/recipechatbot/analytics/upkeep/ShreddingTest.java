package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.StoredText;
import com.recipechatbot.analytics.TableExportFolder;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.tables.TableContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever holds the shredded key file and the export finds nothing of the shredded month again in the lake. */
class ShreddingTest {

    private static final String BROKEN = "{\"user_id\": \"ann\", \"role\":";

    @TempDir
    private static Path folder;

    private static Path backup;
    private static Set<Object> hashesBefore;
    private static Map<String, Object> publishedBefore;
    private static Set<String> foundBefore;
    private static Ended ended;

    /** Ann's first conversation runs past the end of January. */
    @BeforeAll
    static void aLakeWhoseJanuaryIsShredded() throws IOException {
        Path keys = Commands.keys(folder);
        new TestExport(folder.resolve("export"))
                .day(
                        "2025-01-31",
                        message("c1", "2025-01-31T23:59:00", "ann", "user", "How do I make potato soup?"),
                        message("c2", "2025-01-31T10:00:00", "bob", "user", "How do I make apple pie?"),
                        BROKEN)
                .day(
                        "2025-02-01",
                        message("c1", "2025-02-01T00:01:00", null, "assistant", "Here is a recipe for potato soup:"),
                        message("c3", "2025-02-01T10:00:00", "bob", "user", "Hello"))
                .day("2025-02-10", message("c4", "2025-02-10T10:00:00", "ann", "user", "Hello"));
        TableExportFolder exports = new TableExportFolder(folder.resolve("dynamodb"));
        exports.full(
                "0170-full",
                "2025-01-31T00:00:00Z",
                List.of(List.of(TableExportFolder.item(
                        message("c5", "2025-01-30T10:00:00", "ann", "user", "How do I make apple pie?")))));
        assertDone(backfill(exports.prefix(), "2025-01-30", "2025-01-30"));
        assertDone(backfill(folder.resolve("export"), "2025-01-31", "2025-02-10"), 3);
        backup = Files.copy(keys, folder.resolve("backup"), StandardCopyOption.COPY_ATTRIBUTES);
        hashesBefore = hashesOfJanuary();
        publishedBefore = published();
        foundBefore = found();

        ended = Commands.run("keys", "shred", "--month=2025-01", "--keys=" + keys, lake());
    }

    @Test
    void everythingIsFoundBeforeAndOnlyFebruaryAfter() throws IOException {
        assertDone(ended);
        assertThat(foundBefore).containsAll(ofJanuary()).containsAll(ofFebruary());
        assertThat(found()).isEqualTo(ofFebruary());
        assertThat(rows(MetricTable.USER_ACTIVITY))
                .filteredOn(row -> ((LocalDate) row.get("day")).getMonthValue() == 1)
                // Of each of three days of users a row of activity, and one of the feature, under its own key.
                .hasSize(6)
                .allSatisfy(row -> assertThat(
                                (String) row.get(row.get("feature") == null ? "activity_key" : "feature_key"))
                        .startsWith("x_"));
    }

    @Test
    void noHashOfAMessageIsTheSame() {
        assertThat(hashesBefore).hasSizeGreaterThan(5);
        assertThat(hashesOfJanuary()).doesNotContainAnyElementsOf(hashesBefore);
    }

    @Test
    void thePublishedTablesStayAndTheWorkingTablesStillFitTogether() {
        assertThat(published()).isEqualTo(publishedBefore);
        assertThat(rows(MetricTable.CONVERSATION_PARTS))
                .extracting(row -> row.get("conversation_key"))
                .containsAll(rows(MetricTable.CONVERSATIONS).stream()
                        .map(row -> row.get("conversation_key"))
                        .toList())
                .containsAll(rows(MetricTable.MESSAGE_TEXTS).stream()
                        .map(row -> row.get("conversation_key"))
                        .toList());
        // c1 has two parts, one of them in February.
        assertThat(rows(MetricTable.CONVERSATION_PARTS)).hasSize(6);
        assertThat(rows(MetricTable.CONVERSATION_PARTS).stream()
                        .map(row -> row.get("conversation_key"))
                        .distinct())
                .hasSize(5);
    }

    @Test
    void theMonthIsClosedAlsoForWhoeverHasABackupOfTheKeys() {
        Ended again = Commands.backfill(
                "--input=" + folder.resolve("export"),
                lake(),
                "--keys=" + backup,
                "--from=2025-01-31",
                "--to=2025-01-31");

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err())
                .endsWith(
                        "Cannot publish 2025-01-31: the days before 2025-02-01 are closed, because their rows have expired,"
                                + " were made with earlier keys or were shredded. Give days from 2025-02-01 on.\n");
    }

    @Test
    void everyKeyOfAWorkingTableIsReplacedOrExplained() {
        Map<String, String> kept = Map.of(
                "user_day_key", "made with the month's key, which is gone",
                "user_day_keys", "made with the month's key, which is gone",
                "recipe_key", "names a dish",
                "tombstone_key", "keeps the erased from coming back, in whatever month they were");
        for (MetricTable table : MetricTable.values()) {
            if (!table.contract().area().equals("published")) {
                assertThat(table.contract().columns().stream()
                                .map(TableContract.Column::name)
                                .filter(column -> column.endsWith("_key") || column.endsWith("_keys"))
                                .filter(column -> !kept.containsKey(column)))
                        .as(table.tableName())
                        .isSubsetOf(Stream.concat(Shredding.PSEUDONYMS.stream(), Shredding.HASHES.stream())
                                .toList());
            }
        }
    }

    @Test
    void itSaysWhatRemains() {
        assertThat(ended.out())
                .contains(
                        "shredded: the key of 2025-01",
                        "are random now",
                        "You must delete copies yourself: backups of the file, secrets, other machines, and the export of that month.");
        assertThat(Commands.run("keys", "shred", "--help").out().replaceAll("\\s+", " "))
                .contains("conversations, rejected records and the days of user_activity can still be found");
    }

    /** What the holder can make of the ids and broken records of January in the export. */
    private static Set<String> ofJanuary() {
        Pseudonyms holder = holder();
        Set<String> known = new TreeSet<>();
        for (String conversation : List.of("c1", "c2", "c5")) {
            known.add(holder.conversation(conversation));
        }
        known.add(holder.record(BROKEN.getBytes(StandardCharsets.UTF_8)));
        return known;
    }

    /** And of those that February has as well. */
    private static Set<String> ofFebruary() {
        Pseudonyms holder = holder();
        return new TreeSet<>(List.of(
                holder.activity("ann"), holder.activity("bob"), holder.conversation("c3"), holder.conversation("c4")));
    }

    private static Pseudonyms holder() {
        return new Pseudonyms(KeyRing.read(Commands.keys(folder)));
    }

    private static Set<String> found() throws IOException {
        Set<String> known = ofJanuary();
        known.addAll(ofFebruary());
        return StoredText.below(folder.resolve("lake")).found(known);
    }

    /** Of messages, writes and turns. */
    private static Set<Object> hashesOfJanuary() {
        List<Map<String, Object>> rows =
                new ArrayList<>(TestLake.at(folder.resolve("lake")).messages());
        rows.addAll(rows(MetricTable.MESSAGE_TEXTS));
        rows.addAll(rows(MetricTable.ITEM_WRITES));
        rows.addAll(rows(MetricTable.USER_WEEK_ITEMS));
        Set<Object> hashes = new HashSet<>();
        for (Map<String, Object> row : rows) {
            Object time = row.containsKey("sent_at") ? row.get("sent_at") : row.get("day");
            if (time.toString().startsWith("2025-01")) {
                for (String column : List.of("message_key", "signature", "image_key", "user_week_key")) {
                    hashes.add(row.get(column));
                }
            }
        }
        hashes.remove(null);
        // A message without words has none.
        hashes.remove(0L);
        return hashes;
    }

    private static Map<String, Object> published() {
        Map<String, Object> content = new TreeMap<>();
        Arrays.stream(MetricTable.values())
                .filter(table -> table.contract().area().equals("published"))
                .forEach(table -> content.put(table.tableName(), rows(table)));
        return content;
    }

    private static List<Map<String, Object>> rows(MetricTable table) {
        return TestLake.at(folder.resolve("lake")).rows(table);
    }

    private static Ended backfill(Path input, String from, String to) {
        return Commands.backfill(
                "--input=" + input,
                lake(),
                "--keys=" + Commands.keys(folder),
                "--keep-text",
                "--min-users=1",
                "--from=" + from,
                "--to=" + to);
    }

    private static String lake() {
        return "--lake=" + folder.resolve("lake");
    }

    private static void assertDone(Ended ended) {
        assertDone(ended, 0);
    }

    /** Exit code 3: there are days without a folder. */
    private static void assertDone(Ended ended, int code) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(code);
    }
}
