package com.recipechatbot.analytics.upkeep;

import static com.recipechatbot.analytics.TestExport.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.StoredText;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.command.ExitCode;
import com.recipechatbot.analytics.command.RootCommand;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an erasure the lake is what it would be had the users never come, and no byte of it tells of them. */
class EraseTest {

    /** No text is kept and no export of DynamoDB read. */
    private static final Set<MetricTable> NOT_HERE = EnumSet.of(MetricTable.MESSAGE_TEXTS, MetricTable.ITEM_WRITES);

    private static final String ANN = "ann-4711";
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 9, 2);
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private static final String BROKEN_OF_ANN = "{\"user_id\": \"ann-4711\", \"role\":";
    private static final String BROKEN_ABOUT_ANN = "{\"conversation_id\": \"x\", \"customer\": \"ann-4711\"";
    private static final String BROKEN = "{\"broken\": ";

    @TempDir
    private static Path made;

    private static Pseudonyms pseudonyms;

    @TempDir
    private Path folder;

    /** Built once: the lake of an export with Ann, and the one that it must become. */
    @BeforeAll
    static void twoLakes() throws IOException {
        pseudonyms = new Pseudonyms(KeyRing.read(Commands.keys(made)));
        write(made.resolve("export"), true);
        write(made.resolve("export-without"), false);
        backfill(made.resolve("lake"), made.resolve("export"));
        backfill(made.resolve("lake-without"), made.resolve("export-without"));
    }

    @BeforeEach
    void aLakeAndAnExportOfItsOwn() throws IOException {
        copy(made.resolve("lake"), folder.resolve("lake"));
        copy(made.resolve("export"), folder.resolve("export"));
        Files.writeString(folder.resolve("users"), "# asked on Monday\n\n" + ANN + "\nnobody-knows-me\n");
    }

    @Test
    void nothingTellsOfThemAnyMoreAndTheTablesAreAsIfTheyHadNeverCome() throws Exception {
        assertThat(stored("lake").found(annsKeys())).isEqualTo(annsKeys());

        Ended ended = erase("--input=" + folder.resolve("export"));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(stored("lake").found(annsKeys())).isEmpty();
        assertThat(stored("export").found(Set.of(ANN))).isEmpty();
        assertThat(stored("lake").found(Set.of(ANN))).isEmpty();
        assertThat(content(folder.resolve("lake"))).isEqualTo(content(made.resolve("lake-without")));
        assertThat(publishedOn(folder.resolve("lake"), LONG_AGO))
                .isEqualTo(publishedOn(made.resolve("lake"), LONG_AGO))
                .isNotEqualTo(publishedOn(made.resolve("lake-without"), LONG_AGO));
    }

    @Test
    void theReceiptTellsWhatWasDoneAndNamesNobody() throws Exception {
        Files.createDirectories(folder.resolve("export/AWSDynamoDB/0123"));
        Files.writeString(folder.resolve("export/AWSDynamoDB/0123/manifest-summary.json"), "{}");

        Ended ended = erase("--input=" + folder.resolve("export"));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        Path file;
        try (Stream<Path> receipts = Files.list(folder.resolve("lake/restricted/receipts"))) {
            file = receipts.findFirst().orElseThrow();
        }
        JsonNode receipt = new ObjectMapper().readTree(file.toFile());
        assertThat(receipt.get("tombstones"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(pseudonyms.tombstone(ANN), pseudonyms.tombstone("nobody-knows-me"));
        assertThat(receipt.get("rows_deleted").toString())
                .isEqualTo(
                        "{\"message_texts\":0,\"user_activity\":6,\"rejected_records\":3,\"item_writes\":0,\"conversations\":3,\"user_week_items\":2,\"conversation_parts\":4}");
        assertThat(receipt.get("days_restated"))
                .extracting(JsonNode::asText)
                .containsExactly("2025-01-06", "2025-01-07", "2025-01-08");
        assertThat(receipt.get("export").toString()).isEqualTo("{\"files_rewritten\":4,\"records_removed\":10}");
        assertThat(receipt.get("exports_to_delete"))
                .extracting(JsonNode::asText)
                .singleElement()
                .asString()
                .endsWith("export/AWSDynamoDB/0123");
        assertThat(receipt.get("not_touched"))
                .extracting(JsonNode::asText)
                .first()
                .asString()
                .startsWith("Published days before 2024-10-11");
        assertThat(ended.out() + ended.err() + Files.readString(file)).doesNotContain(ANN);
        assertThat(ended.out()).contains("erased 2 users", "receipt: ");
    }

    @Test
    void laterRunsDoNotBringThemBack() throws Exception {
        // Without --input the export still holds them.
        assertThat(erase().exitCode()).isZero();
        backfill(folder.resolve("lake"), made.resolve("export"));

        Map<String, Object> content = content(folder.resolve("lake"));
        Map<String, Object> wanted = content(made.resolve("lake-without"));
        // That a record is broken in which she stands as something else than the user, only --input can tell.
        assertThat((List<?>) content.remove("rejected_records"))
                .hasSize(((List<?>) wanted.remove("rejected_records")).size() + 1);
        assertThat(content).isEqualTo(wanted);
        // In September one message; in January three of her conversation, two of bob's that names her, one that opts
        // out, two
        // that are broken.
        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.PIPELINE_RUNS))
                .extracting(run -> run.get("rows_read") + " " + run.get("rows_loaded") + " " + run.get("rows_rejected")
                        + " " + run.get("exclusions"))
                .contains("2 1 0 [{reason=erased, count=1}]", "14 4 2 [{reason=erased, count=8}]");
    }

    @Test
    void killedAtOneStepAfterAnotherItEndsTheSame() throws Exception {
        for (String step : List.of(
                "deleting from conversations",
                "deleting from user_week_items",
                "deleting from conversation_parts",
                "writing daily_metrics",
                "removing earlier versions of user_activity")) {
            assertThat(eraseKilledAt(step)).isEqualTo(ExitCode.UNEXPECTED);
        }

        Ended ended = erase("--input=" + folder.resolve("export"));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(stored("lake").found(annsKeys())).isEmpty();
        assertThat(content(folder.resolve("lake"))).isEqualTo(content(made.resolve("lake-without")));
    }

    private int eraseKilledAt(String step) {
        PrintStream err = System.err;
        boolean[] isDead = {false};
        System.setErr(new PrintStream(
                new OutputStream() {
                    private final StringBuilder said = new StringBuilder();

                    @Override
                    public void write(int character) {
                        said.append((char) character);
                        if (!isDead[0] && said.toString().endsWith(step)) {
                            isDead[0] = true;
                            throw new IllegalStateException("killed");
                        }
                    }
                },
                true,
                UTF_8));
        try {
            return RootCommand.run(eraseArguments("--input=" + folder.resolve("export")));
        } finally {
            System.setErr(err);
            assertThat(isDead[0]).as(step).isTrue();
        }
    }

    private Ended erase(String... more) {
        return Commands.run(eraseArguments(more));
    }

    private String[] eraseArguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "erase",
                "--users=" + folder.resolve("users"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(made),
                "--min-users=1"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Ann talks in September and in January past midnight, where her answers bear no user, and in a conversation of bob's. */
    private static void write(Path root, boolean withAnn) throws IOException {
        TestExport export = new TestExport(root);
        export.day(
                "2024-09-02",
                of(
                        withAnn,
                        message("c0", "2024-09-02T10:00:00", ANN, "user", "How do I make lentil curry?"),
                        message("c7", "2024-09-02T11:00:00", "bob", "user", "Hello")));
        export.day(
                "2025-01-06",
                of(
                        withAnn,
                        message("c1", "2025-01-06T23:58:00", ANN, "user", "How do I make potato soup?"),
                        message("c1", "2025-01-06T23:59:00", null, "assistant", "Here is a recipe for potato soup:"),
                        message("c2", "2025-01-06T23:00:00", "bob", "user", "How do I make apple pie?"),
                        message("c2", "2025-01-06T23:01:00", null, "assistant", "Here is a recipe for apple pie:"),
                        BROKEN_OF_ANN,
                        BROKEN));
        export.day(
                "2025-01-07",
                of(
                        withAnn,
                        message("c1", "2025-01-07T00:01:00", null, "assistant", "Enjoy the potato soup!"),
                        message("c3", "2025-01-07T12:00:00", "bob", "user", "Thanks"),
                        BROKEN_ABOUT_ANN));
        export.day(
                "2025-01-08",
                of(
                        withAnn,
                        message("c4", "2025-01-08T09:00:00", "cid", "user", "How do I make apple pie?"),
                        message("c5", "2025-01-08T09:00:00", ANN, "user", "I opt out")
                                .replace("\"metadata\":{}", "\"metadata\":{\"analytics_opt_out\":true}"),
                        message("c6", "2025-01-08T09:00:00", ANN, "robot", "?"),
                        message("c8", "2025-01-08T10:00:00", "bob", "user", "How do I make lentil curry?"),
                        message("c8", "2025-01-08T10:01:00", ANN, "user", "How do I make potato soup?")));
        gzip(root.resolve("year=2025/month=01/day=07/conversations-2025-01-07.json"));
        asArray(root.resolve("year=2025/month=01/day=08/conversations-2025-01-08.json"));
    }

    private static String[] of(boolean withAnn, String... records) {
        return Stream.of(records)
                .filter(record ->
                        withAnn || !(record.contains(ANN) || record.contains("\"c1\"") || record.contains("\"c8\"")))
                .toArray(String[]::new);
    }

    private static void gzip(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
            out.write(Files.readAllBytes(file));
        }
        Files.delete(file);
    }

    private static void asArray(Path file) throws IOException {
        Files.writeString(file, "[\n" + String.join(",\n", Files.readAllLines(file)) + "\n]\n");
    }

    private static Set<String> annsKeys() {
        Set<String> keys = new TreeSet<>();
        keys.add(pseudonyms.activity(ANN));
        keys.add(pseudonyms.conversation("c0"));
        keys.add(pseudonyms.conversation("c1"));
        keys.add(pseudonyms.conversation("c8"));
        keys.add(pseudonyms.feature(pseudonyms.activity(ANN), "recipe"));
        keys.add(pseudonyms.userWeek(ANN, (int) MONDAY.toEpochDay()));
        keys.add(pseudonyms.userDay(ANN, (int) LONG_AGO.toEpochDay()));
        keys.add(pseudonyms.userDay(ANN, (int) MONDAY.toEpochDay()));
        keys.add(pseudonyms.record(BROKEN_OF_ANN.getBytes(UTF_8)));
        keys.add(pseudonyms.record(BROKEN_ABOUT_ANN.getBytes(UTF_8)));
        return keys;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private StoredText stored(String name) throws IOException {
        return StoredText.below(folder.resolve(name));
    }

    private static void backfill(Path lake, Path export) {
        for (String[] range : new String[][] {{"2024-09-02", "2024-09-02"}, {"2025-01-06", "2025-01-08"}}) {
            Ended ended = Commands.backfill(
                    "--input=" + export,
                    "--lake=" + lake,
                    "--keys=" + Commands.keys(made),
                    "--min-users=1",
                    "--from=" + range[0],
                    "--to=" + range[1]);
            assertThat(ended.exitCode()).as(ended.err()).isZero();
        }
    }

    /** Every table but the runs, and of the published ones what an erasure may restate. */
    private static Map<String, Object> content(Path lake) {
        Map<String, Object> content = new TreeMap<>();
        for (MetricTable table : MetricTable.values()) {
            if (!MetricTable.replaced(MetricTable.Replaced.NEVER).contains(table) && !NOT_HERE.contains(table)) {
                boolean isPublished = table.contract().isPublished();
                content.put(
                        table.tableName(),
                        rows(lake, table).stream()
                                .filter(row -> !isPublished || isRestated(table, row))
                                .toList());
            }
        }
        return content;
    }

    private static Map<String, Object> publishedOn(Path lake, LocalDate day) {
        Map<String, Object> content = new TreeMap<>();
        for (MetricTable table : MetricTable.replaced(MetricTable.Replaced.BY_DAY)) {
            content.put(
                    table.tableName(),
                    rows(lake, table).stream()
                            .filter(row -> row.get("day").equals(day))
                            .toList());
        }
        return content;
    }

    /** The key of a published table begins with its day, week, month or cohort. */
    private static boolean isRestated(MetricTable table, Map<String, Object> row) {
        Object period = row.get(table.contract().key().get(0));
        return !((LocalDate) period).isBefore(LocalDate.of(2024, 10, 11));
    }

    private static List<Map<String, Object>> rows(Path lake, MetricTable table) {
        // Where a rejected record stands moves with the lines before it.
        return TestLake.at(lake)
                .rows(
                        table,
                        column -> !List.of("source_id", "revision", "file", "line", "byte_offset")
                                .contains(column));
    }
}
