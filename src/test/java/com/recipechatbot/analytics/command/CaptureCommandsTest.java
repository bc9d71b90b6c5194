package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.DynamoDbServer;
import com.recipechatbot.analytics.capture.ConversationTracker;
import com.recipechatbot.analytics.capture.TrackerSettings;
import com.recipechatbot.analytics.ingest.ReadBack;
import com.recipechatbot.analytics.tables.DayRange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The chatbot's side from the command line, on DynamoDB Local. */
class CaptureCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void aTableIsMadeFilledAndExported() throws Exception {
        String table = DynamoDbServer.newName();
        String endpoint = DynamoDbServer.shared().endpoint().toString();
        Instant sent = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.HOURS);
        String hour = sent.toString().substring(0, 13);

        Ended made = run("create-table", "--table", table, "--date-index", "--endpoint", endpoint);
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out())
                .startsWith("table: " + table + ", created\n")
                .endsWith("next: have the chatbot write with a ConversationTracker, then: jobs/run export-hour --table "
                        + table + " --output s3://BUCKET/conversations\n");
        track(table, sent);

        Ended exported = run(
                "export-hour",
                "--table",
                table,
                "--endpoint",
                endpoint,
                "--scheduled-time",
                sent.plus(70, ChronoUnit.MINUTES).toString(),
                "--output",
                folder.toString());
        assertThat(exported.exitCode()).as(exported.err()).isZero();
        assertThat(exported.out())
                .startsWith(hour + ": 3 messages -> file:///")
                .contains("/conversations-" + hour
                        + ".json.gz\nexported: 3 messages of 1 hours\nnext: jobs/run daily-metrics --input " + folder);
        assertThat(ReadBack.messages(
                        new Configuration(), folder.toString(), DayRange.of(LocalDate.parse(hour.substring(0, 10)))))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.reason()).isNull());
    }

    @Test
    void anHourThatIsNotOverIsNotThereYet() throws Exception {
        Ended ended = run(
                "export-hour",
                "--endpoint",
                DynamoDbServer.shared().endpoint().toString(),
                "--hour",
                "2039-01-01T00",
                "--output",
                folder.toString());

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err())
                .isEqualTo(
                        "Cannot export the hour 2039-01-01T00: messages are written until 5 minutes after they arrive. Run it again from 2039-01-01T01:06:00Z on.\n");
    }

    @Test
    void whatCannotBeReadIsWrongUsage() {
        assertUsage(
                "Cannot read '2025-01-15 10' as an hour: expected a UTC hour like 2025-01-15T10.\n",
                "export-hour",
                "--hour",
                "2025-01-15 10",
                "--output",
                folder.toString());
        assertUsage(
                "Cannot read 'now' as an instant: expected one like 2025-01-16T01:00:00Z.\n",
                "export-hour",
                "--scheduled-time",
                "now",
                "--output",
                folder.toString());
        assertUsage(
                "Cannot export for these times: they exclude each other. Give --as-of, or --scheduled-time, or --from with --to, or none of them for the whole table now.\n",
                "export",
                "--output",
                "s3://bucket/exports",
                "--from",
                "2025-01-15T00:00:00Z");
        assertUsage(
                "Cannot write to /tmp/exports: it is not a location on S3. Give one like s3://bucket/exports.\n",
                "export",
                "--output",
                "/tmp/exports");
    }

    private static void track(String table, Instant sent) throws Exception {
        try (DynamoDbClient dynamoDb = DynamoDbServer.shared().client();
                ConversationTracker tracker =
                        ConversationTracker.start(dynamoDb, TrackerSettings.of(table), InstantSource.fixed(sent))) {
            for (int i = 0; i < 3; i++) {
                tracker.track("conversation", "user", "message " + i, "user", Map.of());
            }
        }
        DynamoDbServer.shared().awaitIndexed(table, 3);
    }

    private static void assertUsage(String message, String... arguments) {
        List<String> local = new ArrayList<>(List.of(arguments));
        local.addAll(List.of("--endpoint", "http://127.0.0.1:1", "--s3-endpoint", "http://127.0.0.1:1"));
        Ended ended = run(local.toArray(String[]::new));
        assertThat(ended.err()).isEqualTo(message);
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    private static Ended run(String... arguments) {
        return Commands.run(arguments);
    }
}
