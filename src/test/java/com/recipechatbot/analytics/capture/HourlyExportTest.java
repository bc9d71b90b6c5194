package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.DynamoDbServer;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.ReadBack;
import com.recipechatbot.analytics.tables.DayRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What the tracker writes to DynamoDB is exported to the layout and read by the ingest. */
class HourlyExportTest {

    /** In the future, because DynamoDB Local deletes what has expired. */
    private static final LocalDate DAY = LocalDate.of(2035, 1, 15);

    private static final ConversationHour TEN = ConversationHour.parse("2035-01-15T10");
    private static final String FILE = "year=2035/month=01/day=15/conversations-2035-01-15T10.json.gz";
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2035-01-16T12:00:00Z"));

    @TempDir
    private Path folder;

    private DynamoDbClient dynamoDb;
    private String table;
    private int tracked;

    @BeforeEach
    void connect() throws Exception {
        dynamoDb = DynamoDbServer.shared().client();
        table = DynamoDbServer.shared().newTable();
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Test
    void withoutTheDateIndexTheParameterIsNamed() {
        table = DynamoDbServer.newName();
        dynamoDb.createTable(ConversationTable.creation(table));

        assertThatThrownBy(() -> export().export(TEN))
                .isInstanceOf(CaptureException.class)
                .hasMessage(
                        "Cannot export the hour 2035-01-15T10 of %s: the table has no index date-index. Deploy the stack with DateIndex=true, or add it with jobs/run create-table --date-index; jobs/run export needs none.",
                        table);
    }

    @Test
    void theIngestReadsWhatIsTracked() throws Exception {
        track("2035-01-15T09:59:59.999990Z", 5, "before");
        track("2035-01-15T10:00:00Z", 40, "within");
        track("2035-01-15T11:00:00Z", 3, "after");

        HourlyExport.Exported exported = export().export(TEN);

        assertThat(exported)
                .isEqualTo(new HourlyExport.Exported(
                        TEN, folder.resolve(FILE).toUri().toString(), 40, 0));
        assertThat(files()).containsExactly(FILE);
        List<ReadBack.Message> read = read(folder.toString());
        assertThat(read).hasSize(40).allSatisfy(message -> {
            assertThat(message.reason()).isNull();
            assertThat(message.message()).startsWith("within");
        });
        assertThat(read)
                .contains(new ReadBack.Message(
                        null,
                        "conversation-7",
                        Instant.parse("2035-01-15T10:00:00Z").getEpochSecond() * 1_000_000 + 7,
                        "user-1",
                        "assistant",
                        "within 7: potato soup, ask [EMAIL]",
                        "{\"analytics_opt_out\":false,\"rating\":4.5}",
                        false));
    }

    @Test
    void twoProcessesWithTheSameMicrosecondsOverwriteNothing() throws Exception {
        ConversationTracker one = start("2035-01-15T10:00:00Z");
        ConversationTracker other = start("2035-01-15T10:00:00Z");
        for (int i = 0; i < 20; i++) {
            one.track("same", "user", "one " + i, "user", Map.of());
            other.track("same", "user", "other " + i, "assistant", Map.of());
        }
        one.close();
        other.close();
        DynamoDbServer.shared().awaitIndexed(table, 40);

        export().export(TEN);

        assertThat(read(folder.toString()))
                .hasSize(40)
                .extracting(ReadBack.Message::message)
                .doesNotHaveDuplicates();
        assertThat(read(folder.toString())).extracting(ReadBack.Message::sentAt).doesNotHaveDuplicates();
    }

    @Test
    void aRecordIsWrittenAsTheOriginalWritesIt() throws Exception {
        track("2035-01-15T10:00:00Z", 1, "Here is the recipe for potato soup, message");

        export().export(TEN);

        assertThat(lines(folder.resolve(FILE)))
                .containsExactly(
                        "{\"conversation_id\":\"conversation-0\",\"timestamp\":\"2035-01-15T10:00:00.000000\",\"user_id\":\"user-0\",\"role\":\"user\",\"message\":\"Here is the recipe for potato soup, message 0: potato soup, ask [EMAIL]\",\"metadata\":{\"analytics_opt_out\":false,\"rating\":4.5}}");
    }

    @Test
    void itWorksTheSameOnS3() throws Exception {
        Files.createDirectories(folder.resolve("s3/hourly"));
        track("2035-01-15T10:00:00Z", 20, "within");
        try (S3Server server = S3Server.over(folder.resolve("s3"));
                S3Client s3 = AwsClients.s3(server.endpoint())) {
            ExportFolder target = ExportFolder.at("s3://hourly/conversations", s3);
            HourlyExport export = new HourlyExport(dynamoDb, table, target, LATER);

            assertThat(export.export(TEN))
                    .isEqualTo(new HourlyExport.Exported(TEN, "s3://hourly/conversations/" + FILE, 20, 0));
            for (ConversationHour hour : export.missingOf(DAY)) {
                export.export(hour);
            }

            assertThat(target.list(""))
                    .extracting(ExportFolder.Entry::name)
                    .hasSize(25)
                    .contains(FILE, "year=2035/month=01/day=15/_SUCCESS");
            Configuration hadoop = new Configuration();
            server.configure(hadoop);
            assertThat(ReadBack.messages(hadoop, "s3a://hourly/conversations", DayRange.of(DAY)))
                    .hasSize(20);
        }
    }

    @Test
    void aShardOfSeveralPagesIsReadCompletely() throws Exception {
        // More than the 1 MB of a page, in one conversation and therefore in one shard.
        ConversationTracker tracker = start("2035-01-15T10:00:00Z");
        for (int i = 0; i < 800; i++) {
            tracker.track("one", "user", "x".repeat(500) + i, "user", Map.of("more", "y".repeat(1_500)));
        }
        tracker.close();
        DynamoDbServer.shared().awaitIndexed(table, 800);

        assertThat(export().export(TEN).records()).isEqualTo(800);
        assertThat(lines(folder.resolve(FILE)))
                .hasSize(800)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void exportingAnHourAgainReplacesItsFile() throws Exception {
        track("2035-01-15T10:00:00Z", 5, "first");
        export().export(TEN);
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve(FILE), before);

        export().export(TEN);
        assertThat(Files.getLastModifiedTime(folder.resolve(FILE)))
                .as("the same content is not written again")
                .isEqualTo(before);

        track("2035-01-15T10:30:00Z", 2, "late");
        assertThat(export().export(TEN).records()).isEqualTo(7);
        assertThat(read(folder.toString())).hasSize(7);
        assertThat(files()).containsExactly(FILE);
    }

    @Test
    void aKilledExportIsResumedAndNothingIsVisibleBefore() throws Exception {
        track("2035-01-15T10:00:00Z", 40, "within");
        killedExport();
        assertThat(files()).hasSize(4).allMatch(name -> name.startsWith("_exporting/2035-01-15T10/part-"));

        HourlyExport.Exported exported = exportWithPartsOf(HourlyExport.PARTS_LAST.minusMinutes(1));

        assertThat(exported.resumed()).isEqualTo(4);
        assertThat(exported.records()).isEqualTo(40);
        assertThat(files()).containsExactly(FILE);
        assertThat(read(folder.toString())).hasSize(40);
    }

    @Test
    void partsThatMayContainErasedMessagesAreReadAgain() throws Exception {
        track("2035-01-15T10:00:00Z", 40, "within");
        killedExport();
        for (String part : files()) {
            Files.write(folder.resolve(part), new byte[0]);
        }

        HourlyExport.Exported exported = exportWithPartsOf(HourlyExport.PARTS_LAST.plusMinutes(1));

        assertThat(exported.resumed()).isZero();
        assertThat(exported.records()).isEqualTo(40);
        assertThat(read(folder.toString())).hasSize(40);
    }

    @Test
    void onlyADayWithAllItsHoursIsMarked() {
        HourlyExport export = export();
        List<ConversationHour> hours = export.missingOf(DAY);
        assertThat(hours).hasSize(24);
        for (ConversationHour hour : hours.subList(0, 23)) {
            assertThat(export.export(hour).records()).isZero();
        }
        assertThat(isFinal()).isFalse();
        assertThat(export.missingOf(DAY)).containsExactly(ConversationHour.parse("2035-01-15T23"));

        export.export(hours.get(23));

        assertThat(isFinal()).isTrue();
        assertThat(export.missingOf(DAY)).isEmpty();
    }

    @Test
    void hoursMissedInAnOutageAreFound() {
        HourlyExport export = export();
        assertThat(export.missingUpTo(TEN)).containsExactly(TEN);

        export.export(ConversationHour.parse("2035-01-14T22"));

        assertThat(export.missingUpTo(ConversationHour.parse("2035-01-15T01")))
                .containsExactly(
                        ConversationHour.parse("2035-01-14T23"),
                        ConversationHour.parse("2035-01-15T00"),
                        ConversationHour.parse("2035-01-15T01"));
    }

    @Test
    void anHourIsExportedOnlyWhenNoMoreMessagesCanArrive() {
        InstantSource tooEarly = InstantSource.fixed(Instant.parse("2035-01-15T11:05:59Z"));
        assertThatThrownBy(() -> new HourlyExport(dynamoDb, table, ExportFolder.at(folder.toString(), null), tooEarly)
                        .export(TEN))
                .isInstanceOf(CaptureNotReadyException.class)
                .hasMessage(
                        "Cannot export the hour 2035-01-15T10: messages are written until 5 minutes after they arrive. Run it again from 2035-01-15T11:06:00Z on.");
    }

    @Test
    void aMissingTableIsReported() {
        assertThatThrownBy(() ->
                        new HourlyExport(dynamoDb, "none", ExportFolder.at(folder.toString(), null), LATER).export(TEN))
                .isInstanceOf(CaptureException.class)
                .hasMessage(
                        "Cannot export the hour 2035-01-15T10 of none: there is no such table in this region. Check the name and the region, or create it with jobs/run create-table.");
    }

    private HourlyExport export() {
        return new HourlyExport(dynamoDb, table, ExportFolder.at(folder.toString(), null), LATER);
    }

    /** Killed after it has read four keys of the index. */
    private void killedExport() {
        ExportFolder failing =
                TestFolder.over(ExportFolder.at(folder.toString(), null)).killedAfter(4);
        assertThatThrownBy(() -> new HourlyExport(dynamoDb, table, failing, LATER).export(TEN))
                .hasRootCauseMessage("killed");
    }

    private HourlyExport.Exported exportWithPartsOf(Duration age) {
        ExportFolder aged = TestFolder.over(ExportFolder.at(folder.toString(), null))
                .writtenAt(LATER.instant().minus(age));
        return new HourlyExport(dynamoDb, table, aged, LATER).export(TEN);
    }

    private ConversationTracker start(String instant) {
        return ConversationTracker.start(
                dynamoDb, TrackerSettings.of(table), InstantSource.fixed(Instant.parse(instant)));
    }

    private void track(String instant, int messages, String text) throws Exception {
        ConversationTracker tracker = start(instant);
        for (int i = 0; i < messages; i++) {
            tracker.track(
                    "conversation-" + i,
                    "user-" + i % 3,
                    text + " " + i + ": potato soup, ask jane.roe@example.com",
                    i % 2 == 0 ? "user" : "assistant",
                    Map.of("analytics_opt_out", false, "rating", 4.5));
        }
        tracker.close();
        assertThat(tracker.counts()).isEqualTo(new TrackerCounts(messages, messages, 0, Map.of()));
        tracked += messages;
        DynamoDbServer.shared().awaitIndexed(table, tracked);
    }

    private boolean isFinal() {
        return ConversationExport.open(new Configuration(), folder.toString(), DayRange.of(DAY))
                .sources()
                .get(0)
                .isFinal();
    }

    private static List<ReadBack.Message> read(String input) throws IOException {
        return ReadBack.messages(new Configuration(), input, DayRange.of(DAY));
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream text = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files =
                Files.walk(folder).filter(Files::isRegularFile).sorted()) {
            files.forEach(file -> names.add(folder.relativize(file).toString()));
        }
        return names;
    }
}
