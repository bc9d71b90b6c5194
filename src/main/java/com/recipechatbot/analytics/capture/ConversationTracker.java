package com.recipechatbot.analytics.capture;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tracks the messages of conversations in DynamoDB without affecting the chat: {@link #track} neither waits nor throws,
 * whatever happens to DynamoDB. Messages that cannot be kept are counted and reported. Close the tracker when the
 * chatbot stops: this writes the messages that are still waiting.
 */
public final class ConversationTracker implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ConversationTracker.class.getName());
    private static final long LOOK_UP_MILLIS = 50;

    private final InstantSource clock;
    private final MessageTimes times;
    private final Duration drainFor;
    private final BlockingQueue<TrackedMessage> buffer;
    private final ItemWriter writer;
    private final List<Thread> threads = new ArrayList<>();
    private final LongAdder received = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final AtomicLong allDropped = new AtomicLong();
    private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);
    private volatile boolean isClosed;

    private ConversationTracker(DynamoDbClient dynamoDb, TrackerSettings settings, InstantSource clock) {
        this.clock = clock;
        this.times = new MessageTimes(clock);
        this.drainFor = settings.drainFor();
        this.buffer = new ArrayBlockingQueue<>(settings.bufferSize());
        this.writer = new ItemWriter(dynamoDb, settings, clock);
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    /**
     * Starts tracking.
     *
     * @param dynamoDb remains owned by the caller, who closes it after the tracker; it needs as many connections as
     *     there are writers
     * @param clock provides the messages' timestamps
     */
    public static ConversationTracker start(DynamoDbClient dynamoDb, TrackerSettings settings, InstantSource clock) {
        ConversationTracker tracker = new ConversationTracker(dynamoDb, settings, clock);
        for (int i = 0; i < settings.writers(); i++) {
            Thread thread = new Thread(tracker::writeUntilClosed, "conversation-tracker-" + i);
            // A chatbot that forgets to close its tracker must still be able to stop.
            thread.setDaemon(true);
            tracker.threads.add(thread);
            thread.start();
        }
        return tracker;
    }

    /**
     * Accepts a message as it is, unredacted; it is redacted before it leaves this process. Returns immediately and
     * never throws.
     *
     * @param userId null when unknown
     * @param message may be null
     * @param role user, assistant, tool or system
     * @param metadata maps, collections, texts, numbers and booleans; may be null
     */
    public void track(String conversationId, String userId, String message, String role, Map<String, ?> metadata) {
        received.increment();
        TrackedMessage tracked;
        try {
            if (isBlank(conversationId) || isBlank(role)) {
                drop(DropReason.INVALID);
                return;
            }
            // The caller may change its map afterwards.
            tracked = new TrackedMessage(
                    times.next(),
                    conversationId,
                    isBlank(userId) ? null : userId,
                    role,
                    message,
                    MetadataValues.of(metadata == null ? Map.of() : metadata));
        } catch (RuntimeException | StackOverflowError e) {
            drop(DropReason.INVALID);
            return;
        }
        if (isClosed) {
            drop(DropReason.CLOSED);
        } else if (!buffer.offer(tracked)) {
            drop(DropReason.BUFFER_FULL);
        } else if (isClosed && buffer.remove(tracked)) {
            // Closed in the meantime, and nobody else has taken the message.
            drop(DropReason.CLOSED);
        }
    }

    /** Where the messages have gone so far. */
    public TrackerCounts counts() {
        Map<DropReason, Long> lost = new EnumMap<>(DropReason.class);
        dropped.forEach((reason, count) -> {
            if (count.sum() > 0) {
                lost.put(reason, count.sum());
            }
        });
        return new TrackerCounts(received.sum(), written.sum(), writer.retries(), lost);
    }

    /** Accepts no more messages, and writes those that are waiting for as long as the settings allow. */
    @Override
    public void close() {
        isClosed = true;
        boolean isInterrupted = false;
        Instant end = clock.instant().plus(drainFor);
        for (Thread thread : threads) {
            try {
                long left = Duration.between(clock.instant(), end).toMillis();
                thread.join(Math.max(1, left));
                thread.interrupt();
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
                thread.interrupt();
            }
        }
        while (buffer.poll() != null) {
            drop(DropReason.CLOSED);
        }
        if (allDropped.get() > 0) {
            sayDropped();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilClosed() {
        try {
            while (true) {
                TrackedMessage message = buffer.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (message != null) {
                    write(message);
                } else if (isClosed) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Only close() interrupts, when its time is up.
            Thread.currentThread().interrupt();
        }
    }

    private void write(TrackedMessage message) throws InterruptedException {
        try {
            writer.write(message).ifPresentOrElse(this::drop, written::increment);
        } catch (InterruptedException e) {
            drop(DropReason.CLOSED);
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // The thread has to continue, and the failure may quote the message, so only its class is logged.
            LOG.log(
                    Logger.Level.WARNING,
                    "Cannot track a message: " + e.getClass().getName() + ".");
            drop(DropReason.FAILED);
        }
    }

    private void drop(DropReason reason) {
        dropped.get(reason).increment();
        // The first, the second, the fourth ...: often enough to be noticed, too rarely to fill a log.
        long count = allDropped.incrementAndGet();
        if (Long.bitCount(count) == 1) {
            sayDropped();
        }
    }

    private void sayDropped() {
        String reasons = counts().dropped().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
        LOG.log(
                Logger.Level.WARNING,
                "Messages not tracked so far: %s. The chat is not affected; the analytics lack these messages."
                        .formatted(reasons));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
