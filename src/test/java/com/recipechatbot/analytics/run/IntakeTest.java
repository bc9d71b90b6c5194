package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that cannot be right is not published, and what is only unusual is said. */
class IntakeTest {

    private static final String DAY = "2025-01-15";
    private static final LocalDate DATE = LocalDate.parse(DAY);

    @TempDir
    private Path folder;

    @Test
    void aDayOfWhichAllIsRejectedIsNotPublishedAndItsRecordsAreKept() {
        export().day(DAY, "{\"broken\": ", "{\"broken\": too}");

        Commands.Ended ended = daily();

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(4);
        assertThat(ended.out())
                .contains("2 records read = 0 loaded + 0 duplicate + 2 rejected + 0 excluded")
                .contains(
                        "rejected: 2 not_json: The record is not exactly one JSON value, or is in an array that never closes."
                                + " The first: year=2025/month=01/day=15/conversations-2025-01-15.json, line or element 1, byte 0")
                .contains("failed rejected_records 2025-01-15: violated: at most 50.0 % of the records of a source are"
                        + " rejected, and not all. {\"rejected\":2,\"usable\":0}")
                .contains("nothing to publish");
        assertThat(lake().rows(MetricTable.REJECTED_RECORDS)).hasSize(2);
        assertThat(lake().rows(MetricTable.PIPELINE_RUNS))
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .containsEntry("outcome", "failed_checks")
                        .containsEntry("rows_rejected", 2L)
                        .containsEntry("sources", List.of()));
        assertThat(folder.resolve("lake/published")).doesNotExist();
        assertThat(folder.resolve("lake/restricted/conversation_parts")).doesNotExist();
    }

    @Test
    void aDayThatIsMostlyRejectedStaysAsItWasUnlessMoreIsAllowed() {
        export().day(DAY, texts(2));
        assertThat(daily().exitCode()).isZero();
        export().day(
                        DAY,
                        Stream.concat(Stream.of(texts(2)), Stream.of("1", "2", "3"))
                                .toArray(String[]::new));

        Commands.Ended refused = daily();

        assertThat(refused.exitCode()).as(refused.out()).isEqualTo(4);
        assertThat(refused.out())
                .contains("5 records read = 0 loaded + 0 duplicate + 3 rejected + 2 excluded", "excluded: 2 refused");
        assertThat(day(DAY)).containsEntry("messages", 2L).containsEntry("revision", 1);
        assertThat(lake().rows(MetricTable.CONVERSATION_PARTS)).hasSize(2);
        assertThat(lake().rows(MetricTable.REJECTED_RECORDS)).hasSize(3);

        Commands.Ended allowed = daily("--max-rejected=60%");

        assertThat(allowed.exitCode()).as(allowed.out()).isZero();
        assertThat(allowed.out())
                .contains("warning rejected_records 2025-01-15: violated: at most 2.00 % of the records of a source are"
                        + " rejected. {\"rejected\":3,\"usable\":2}");
    }

    @Test
    void upToTwoPercentIsUsual() {
        export().day(DAY, Stream.concat(Stream.of(texts(49)), Stream.of("{}")).toArray(String[]::new));

        Commands.Ended ended = daily();

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("rejected: 1 missing_conversation_id").doesNotContain("warning");
    }

    @Test
    void aDayOfNothingButOptOutsAndDuplicatesPasses() {
        String optOut = "{\"conversation_id\":\"c\",\"timestamp\":\"2025-01-16T10:00:00Z\",\"role\":\"user\","
                + "\"message\":\"Hello\",\"metadata\":{\"analytics_opt_out\":true}}";
        export().day(DAY, texts(1)).day("2025-01-16", optOut, texts(1)[0]);

        Commands.Ended ended = backfill(DAY, "2025-01-16");

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("3 records read = 1 loaded + 1 duplicate + 0 rejected + 1 excluded");
        assertThat(day("2025-01-16")).containsEntry("messages", 0L);
    }

    @Test
    void aUserWhoIsAPlaceholderIsUnknownAndSaid() {
        String[] users = {"undefined", "None", "[object Object]", "0000", "u1"};
        export().day(
                        DAY,
                        IntStream.range(0, users.length)
                                .mapToObj(i -> message("c" + i, time(i), users[i], "user", "Hello"))
                                .toArray(String[]::new));

        Commands.Ended ended = daily();

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains(
                        "warning conversation_parts 2025-01-15: violated: every user_id names a user; undefined, null,"
                                + " anonymous, zeros and the like count as unknown. {}");
        assertThat(day(DAY)).containsEntry("active_users", 1L).containsEntry("unattributed_messages", 4L);
    }

    @Test
    void theOtherDaysOfARangeArePublished() {
        export().day(DAY, texts(2)).day("2025-01-16", "[", "2", "\"3\"");

        Commands.Ended ended = backfill(DAY, "2025-01-16");

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(4);
        assertThat(ended.out())
                .contains("failed rejected_records 2025-01-16")
                .contains("published 1 day, 2025-01-15 to 2025-01-15")
                .doesNotContain("missing in the input");
        assertThat(lake().rows(MetricTable.DAILY_METRICS))
                .extracting(row -> row.get("day"), row -> row.get("messages"))
                .containsExactly(tuple(DATE, 2L));
        assertThat(lake().rows(MetricTable.REJECTED_RECORDS)).isNotEmpty();
        assertThat(Commands.run("verify", "--lake=" + folder.resolve("lake")).exitCode())
                .isZero();
    }

    @Test
    void aDayWithoutTextsIsNotPublished() {
        export().day(DAY, without("message", 20, 0));

        Commands.Ended ended = daily();

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(4);
        assertThat(ended.out())
                .contains("failed conversation_parts 2025-01-15: violated: of 20 or more messages of a day, at least"
                        + " 5.00 % have text, in the field message. {\"messages\":20,\"with_text\":0}");
        assertThat(folder.resolve("lake/published")).doesNotExist();
    }

    @Test
    void aDayOfWhichFewMessagesHaveTextIsSaid() {
        export().day(DAY, without("message", 20, 9))
                .day("2025-01-16", atDay("2025-01-16", without("message", 19, 0)))
                .day("2025-01-17", atDay("2025-01-17", without("message", 20, 10)))
                .day("2025-01-18", atDay("2025-01-18", without("user_id", 20, 0)));

        Commands.Ended ended = backfill(DAY, "2025-01-18");

        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("warning")))
                .containsExactly(
                        "warning conversation_parts 2025-01-15: violated: of 20 or more messages of a day, at least"
                                + " 50.0 % have text, in the field message. {\"messages\":20,\"with_text\":9}",
                        "warning daily_metrics 2025-01-18: violated: at most a fifth of the messages name no user."
                                + " {\"day\":\"2025-01-18\",\"messages\":20,\"unattributed_messages\":20}");
    }

    @Test
    void aStreamThatLeavesOutMessagesIsRefusedAndOnlyARemoveWithdraws() throws Exception {
        export().day(DAY, texts(3));
        assertThat(daily().exitCode()).isZero();
        List<List<Map<String, Object>>> before = tables();
        Path stream = Files.createDirectories(folder.resolve("stream"));
        Files.writeString(stream.resolve("stream.jsonl"), change("REMOVE", 0) + change("INSERT", 1));

        Commands.Ended refused = dailyOf(stream);

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(4);
        assertThat(refused.err())
                .contains("Cannot read a stream of view type KEYS_ONLY: it leaves out the messages that are written."
                        + " Records like this begin in stream.jsonl, line or element 2, byte ");
        assertThat(tables()).isEqualTo(before);

        Files.writeString(stream.resolve("stream.jsonl"), change("REMOVE", 0));
        assertThat(dailyOf(stream).exitCode()).isEqualTo(3);
        assertThat(daily().exitCode()).isZero();
        assertThat(day(DAY)).containsEntry("messages", 2L);
    }

    @Test
    void keysAloneInAnIncrementWithoutItsManifestAreRefused() throws IOException {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.writeString(
                plain.resolve("2025-01-15.json"),
                "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"1736935201000001\"}},\"Keys\":{\"conversation_id\":{\"S\":\"c1\"},"
                        + "\"timestamp\":{\"S\":\"2025-01-15T10:00:00Z\"}}}\n");

        Commands.Ended ended = dailyOf(plain);

        assertThat(ended.exitCode()).as(ended.out()).isEqualTo(4);
        assertThat(ended.out())
                .contains("1 records read = 0 loaded + 0 duplicate + 1 rejected + 0 excluded")
                .contains(
                        "rejected: 1 keys_without_view: The record holds only keys, and without the manifest of its export nobody knows"
                                + " whether it is a delete or a write of view type KEYS_ONLY. Give the whole export.");
        assertThat(folder.resolve("lake/published")).doesNotExist();
    }

    private List<List<Map<String, Object>>> tables() {
        return Stream.of(MetricTable.CONVERSATION_PARTS, MetricTable.DAILY_METRICS, MetricTable.PIPELINE_RUNS)
                .map(lake()::rows)
                .toList();
    }

    private static String change(String event, int minute) {
        return ("{\"eventName\":\"%s\",\"dynamodb\":{\"ApproximateCreationDateTime\":1736942400,\"StreamViewType\":\"KEYS_ONLY\","
                        + "\"Keys\":{\"conversation_id\":{\"S\":\"c%d\"},\"timestamp\":{\"S\":\"%s\"}}}}\n")
                .formatted(event, minute, time(minute));
    }

    private static String time(int minute) {
        return DAY + "T10:%02d:00Z".formatted(minute);
    }

    private static String[] texts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> message("c" + i, time(i), "u" + i, "user", "How do I make potato soup?"))
                .toArray(String[]::new);
    }

    /** So many messages, of which only some have the field. */
    private static String[] without(String field, int count, int having) {
        String[] messages = texts(count);
        for (int i = having; i < count; i++) {
            messages[i] = messages[i].replace("\"" + field + "\"", "\"other\"");
        }
        return messages;
    }

    private static String[] atDay(String day, String... messages) {
        return Stream.of(messages).map(message -> message.replace(DAY, day)).toArray(String[]::new);
    }

    private TestExport export() {
        return new TestExport(folder.resolve("export"));
    }

    private Commands.Ended daily(String... more) {
        return dailyOf(folder.resolve("export"), more);
    }

    private Commands.Ended dailyOf(Path input, String... more) {
        return Commands.dailyMetrics(arguments(input, Stream.concat(Stream.of("--day=" + DAY), Stream.of(more))));
    }

    private Commands.Ended backfill(String from, String to) {
        return Commands.backfill(
                arguments(folder.resolve("export"), Stream.of("--from=" + from, "--to=" + to, "--min-users=1")));
    }

    private String[] arguments(Path input, Stream<String> more) {
        return Stream.concat(
                        Stream.of(
                                "--input=" + input,
                                "--lake=" + folder.resolve("lake"),
                                "--keys=" + Commands.keys(folder)),
                        more)
                .toArray(String[]::new);
    }

    private TestLake lake() {
        return TestLake.at(folder.resolve("lake"));
    }

    private Map<String, Object> day(String day) {
        return lake().rows(MetricTable.DAILY_METRICS).stream()
                .filter(row -> row.get("day").equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }
}
