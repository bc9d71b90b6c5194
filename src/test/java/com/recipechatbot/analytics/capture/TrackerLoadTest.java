package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.DynamoDbServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * 1,000 messages per second into DynamoDB Local, none lost: for 3 seconds, or 30 in {@code mvn -Dquick -Pload test}.
 * The server, the tracker and the sender share this machine: {@code -Dload.buffer} sets a larger buffer if it is slow
 * or busy.
 */
class TrackerLoadTest {

    private static final int SECONDS = Integer.getInteger("load.seconds", 3);
    private static final int PER_SECOND = 1_000;
    private static final int BUFFER =
            Integer.getInteger("load.buffer", TrackerSettings.of("").bufferSize());

    @Test
    void aThousandMessagesASecondAreTrackedAndNoneIsLost() throws Exception {
        int messages = SECONDS * PER_SECOND;
        String table = DynamoDbServer.shared().newTable();
        try (DynamoDbClient dynamoDb = DynamoDbServer.shared().client()) {
            ConversationTracker tracker = ConversationTracker.start(
                    dynamoDb,
                    TrackerSettings.of(table).withBufferSize(BUFFER).withDrainFor(Duration.ofMinutes(3)),
                    InstantSource.system());
            long slowest = 0;
            long begin = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                long due = begin + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(100_000);
                }
                long before = System.nanoTime();
                tracker.track(
                        "conversation-" + i / 8,
                        "user-" + i % 100,
                        "How do I make potato soup? Write to jane.roe@example.com, message " + i,
                        i % 2 == 0 ? "user" : "assistant",
                        Map.of("client", "web", "turn", i % 8));
                slowest = Math.max(slowest, System.nanoTime() - before);
            }
            long given = System.nanoTime();
            long waiting = messages - tracker.counts().written();
            tracker.close();
            long end = System.nanoTime();

            System.out.printf(
                    "tracked %,d messages in %,d ms (%,d/s), slowest call %,d us, %,d waiting at the end, written %,d ms later, %d retries%n",
                    messages,
                    TimeUnit.NANOSECONDS.toMillis(given - begin),
                    messages * 1_000L / TimeUnit.NANOSECONDS.toMillis(given - begin),
                    TimeUnit.NANOSECONDS.toMicros(slowest),
                    waiting,
                    TimeUnit.NANOSECONDS.toMillis(end - given),
                    tracker.counts().retries());
            assertThat(tracker.counts().dropped()).isEmpty();
            assertThat(tracker.counts().written()).isEqualTo(messages);
            assertThat(itemsOf(dynamoDb, table)).isEqualTo(messages);
            // Otherwise, it says how many are missing.
            DynamoDbServer.shared().awaitIndexed(table, messages);
        }
    }

    private static int itemsOf(DynamoDbClient dynamoDb, String table) {
        return dynamoDb.scanPaginator(request -> request.tableName(table).select(Select.COUNT)).stream()
                .mapToInt(ScanResponse::count)
                .sum();
    }
}
