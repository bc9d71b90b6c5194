package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the tracker does when DynamoDB is slow, refuses requests or is unreachable. */
@Timeout(30)
class ConversationTrackerTest {

    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final TrackerSettings SETTINGS = TrackerSettings.of("t").withWriters(2);

    @Test
    void messagesOfOneInstantAreAllWrittenInOrder() {
        FakeDynamoDb table = new FakeDynamoDb();
        TrackerCounts counts = track(table, SETTINGS, 3);

        assertThat(counts).isEqualTo(new TrackerCounts(3, 3, 0, Map.of()));
        assertThat(table.items())
                .extracting(item ->
                        item.get("timestamp").s() + " " + item.get("message").s())
                .containsExactlyInAnyOrder(
                        "2025-01-15T10:00:00.000000 message 0",
                        "2025-01-15T10:00:00.000001 message 1",
                        "2025-01-15T10:00:00.000002 message 2");
    }

    @Test
    void aMessageOfAnotherProcessIsNeverOverwritten() {
        FakeDynamoDb table = new FakeDynamoDb();
        track(table, SETTINGS, 1);
        ConversationTracker other = ConversationTracker.start(table, SETTINGS, CLOCK);
        other.track("c", "u", "another message", "user", null);
        other.close();

        assertThat(other.counts()).isEqualTo(new TrackerCounts(1, 1, 0, Map.of()));
        assertThat(table.items())
                .extracting(item ->
                        item.get("timestamp").s() + " " + item.get("message").s())
                .containsExactly("2025-01-15T10:00:00.000000 message 0", "2025-01-15T10:00:00.000001 another message");
    }

    @Test
    void aPutWhoseAnswerWasLostIsNotRepeated() {
        AtomicInteger puts = new AtomicInteger();
        FakeDynamoDb table = new FakeDynamoDb();
        table.after(request -> {
            if (puts.incrementAndGet() == 1) {
                throw SdkClientException.create("connection reset");
            }
        });

        assertThat(track(table, SETTINGS, 1)).isEqualTo(new TrackerCounts(1, 1, 1, Map.of()));
        assertThat(table.items()).hasSize(1);
    }

    @Test
    void throttledAndFailedCallsAreRetried() {
        AtomicInteger puts = new AtomicInteger();
        FakeDynamoDb table = new FakeDynamoDb().before(request -> {
            switch (puts.incrementAndGet()) {
                case 1 -> throw FakeDynamoDb.failure("ThrottlingException", 400);
                case 2 -> throw FakeDynamoDb.failure("InternalServerError", 500);
                case 3 -> throw FakeDynamoDb.failure("ResourceNotFoundException", 400);
                case 4 -> throw SdkClientException.create("connection refused");
                default -> {}
            }
        });

        assertThat(track(table, SETTINGS.withWriters(1), 2)).isEqualTo(new TrackerCounts(2, 2, 4, Map.of()));
    }

    @Test
    void pausesGrowToFiveSeconds() {
        assertThat(List.of(1, 2, 3, 7, 8, 1_000).stream().map(Backoff::ceiling))
                .containsExactly(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(3_200),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
    }

    @Test
    void whatDynamoDbRefusesIsNotRetried() {
        FakeDynamoDb table = new FakeDynamoDb().before(request -> {
            throw FakeDynamoDb.failure("ValidationException", 400);
        });

        assertThat(track(table, SETTINGS, 2)).isEqualTo(new TrackerCounts(2, 0, 0, Map.of(DropReason.REFUSED, 2L)));
    }

    @Test
    void aMessageIsGivenUpWhenItsTimeIsUp() {
        AtomicInteger looks = new AtomicInteger();
        // This clock advances by a second each time it is read.
        InstantSource clock = () -> NOW.plusSeconds(looks.getAndIncrement());
        FakeDynamoDb table = new FakeDynamoDb().before(request -> {
            throw FakeDynamoDb.failure("ThrottlingException", 400);
        });

        ConversationTracker tracker =
                ConversationTracker.start(table, SETTINGS.withGiveUpAfter(Duration.ofSeconds(2)), clock);
        tracker.track("c", "u", "Hi", "user", null);
        awaitLoss(tracker);
        tracker.close();

        assertThat(tracker.counts()).isEqualTo(new TrackerCounts(1, 0, 2, Map.of(DropReason.GAVE_UP, 1L)));
    }

    @Test
    void aFullBufferDropsNewMessagesAndNeverWaits() throws InterruptedException {
        CountDownLatch isWriting = new CountDownLatch(1);
        Semaphore hold = new Semaphore(0);
        FakeDynamoDb table = new FakeDynamoDb().before(request -> {
            isWriting.countDown();
            hold.acquireUninterruptibly();
        });
        ConversationTracker tracker =
                ConversationTracker.start(table, SETTINGS.withWriters(1).withBufferSize(2), CLOCK);
        tracker.track("c", "u", "written", "user", null);
        isWriting.await();
        List<String> said = said(() -> {
            for (int i = 0; i < 7; i++) {
                tracker.track("c", "u", "message " + i, "user", null);
            }
        });

        assertThat(tracker.counts()).isEqualTo(new TrackerCounts(8, 0, 0, Map.of(DropReason.BUFFER_FULL, 5L)));
        assertThat(said)
                .containsExactly(
                        "Messages not tracked so far: 1 buffer full. The chat is not affected; the analytics lack these messages.",
                        "Messages not tracked so far: 2 buffer full. The chat is not affected; the analytics lack these messages.",
                        "Messages not tracked so far: 4 buffer full. The chat is not affected; the analytics lack these messages.");
        hold.release(3);
        tracker.close();
        assertThat(tracker.counts()).isEqualTo(new TrackerCounts(8, 3, 0, Map.of(DropReason.BUFFER_FULL, 5L)));
    }

    @Test
    void closingCountsMessagesThatItHasNoTimeFor() {
        FakeDynamoDb table = new FakeDynamoDb().before(request -> {
            throw FakeDynamoDb.failure("ThrottlingException", 400);
        });
        ConversationTracker tracker =
                ConversationTracker.start(table, SETTINGS.withDrainFor(Duration.ofMillis(10)), InstantSource.system());
        for (int i = 0; i < 20; i++) {
            tracker.track("c", "u", "message " + i, "user", null);
        }
        List<String> said = said(tracker::close);
        tracker.track("c", "u", "too late", "user", null);

        assertThat(tracker.counts().dropped()).isEqualTo(Map.of(DropReason.CLOSED, 21L));
        assertThat(tracker.counts().received()).isEqualTo(21);
        assertThat(said)
                .last()
                .isEqualTo(
                        "Messages not tracked so far: 20 closed. The chat is not affected; the analytics lack these messages.");
    }

    @Test
    void noInputFromTheChatMakesItFail() {
        FakeDynamoDb table = new FakeDynamoDb();
        ConversationTracker tracker = ConversationTracker.start(table, SETTINGS, CLOCK);
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        tracker.track(null, "u", "Hi", "user", null);
        tracker.track("c", "u", "Hi", " ", null);
        tracker.track("c", "u", "Hi", "user", endless);
        tracker.track("c", null, null, "user", Map.of());
        tracker.close();

        assertThat(tracker.counts()).isEqualTo(new TrackerCounts(4, 1, 0, Map.of(DropReason.INVALID, 3L)));
    }

    @Test
    void aBugCostsOneMessageAndRevealsNothingAboutIt() {
        AtomicInteger puts = new AtomicInteger();
        FakeDynamoDb table = new FakeDynamoDb().before(request -> {
            if (puts.incrementAndGet() == 1) {
                throw new IllegalStateException("jane.roe@example.com");
            }
        });
        List<String> said = said(() -> assertThat(track(table, SETTINGS.withWriters(1), 2))
                .isEqualTo(new TrackerCounts(2, 1, 0, Map.of(DropReason.FAILED, 1L))));

        assertThat(said).first().isEqualTo("Cannot track a message: java.lang.IllegalStateException.");
        assertThat(String.join(" ", said)).doesNotContain("jane");
    }

    @Test
    void metadataMayBeChangedAfterTheMessageIsTracked() throws InterruptedException {
        Semaphore hold = new Semaphore(0);
        FakeDynamoDb table = new FakeDynamoDb().before(request -> hold.acquireUninterruptibly());
        ConversationTracker tracker = ConversationTracker.start(table, SETTINGS, CLOCK);
        Map<String, Object> metadata = new HashMap<>(Map.of("rating", 4));
        tracker.track("c", "u", "Hi", "user", metadata);
        metadata.put("rating", 1);
        hold.release();
        tracker.close();

        assertThat(table.items().get(0).get("metadata").m()).isEqualTo(Map.of("rating", AttributeValue.fromN("4")));
    }

    @Test
    void settingsWithWhichAnExportCouldMissAMessageAreRefused() {
        assertThat(HourlyExport.SETTLED_AFTER).isGreaterThan(TrackerSettings.LONGEST_DELIVERY);
        assertThatThrownBy(() -> SETTINGS.withGiveUpAfter(Duration.ofMinutes(6)))
                .hasMessage("Cannot retry a message for PT6M: the hourly export would miss it. Give at most PT5M.");
        assertThatThrownBy(() -> SETTINGS.withBufferSize(0))
                .hasMessage("Cannot track with a buffer of 0 and 2 writers: there must be at least one of each.");
    }

    private static TrackerCounts track(FakeDynamoDb table, TrackerSettings settings, int messages) {
        ConversationTracker tracker = ConversationTracker.start(table, settings, CLOCK);
        for (int i = 0; i < messages; i++) {
            tracker.track("c", "u", "message " + i, "user", null);
        }
        tracker.close();
        return tracker.counts();
    }

    private static void awaitLoss(ConversationTracker tracker) {
        while (tracker.counts().lost() == 0) {
            Thread.onSpinWait();
        }
    }

    private static List<String> said(Runnable action) {
        List<String> said = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord record) {
                said.add(record.getMessage());
            }

            @Override
            public void flush() {
                // Does not wait.
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
        Logger logger = Logger.getLogger(ConversationTracker.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        return List.copyOf(said);
    }
}
