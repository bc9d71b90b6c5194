package com.recipechatbot.analytics.capture;

import java.time.Duration;

/**
 * How many messages a tracker may hold, and how long it keeps trying.
 *
 * @param table the name of the table
 * @param bufferSize the maximum number of messages waiting in memory; more are dropped
 * @param writers the maximum number of messages being written at once, each by its own thread
 * @param giveUpAfter how long after its arrival a message is retried; the hourly export waits longer than that
 * @param drainFor how long closing waits for the buffered messages
 */
public record TrackerSettings(String table, int bufferSize, int writers, Duration giveUpAfter, Duration drainFor) {

    /** With a longer time, the hourly export could miss late writes. */
    static final Duration LONGEST_DELIVERY = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException when a setting cannot work */
    public TrackerSettings {
        if (bufferSize < 1 || writers < 1) {
            throw new IllegalArgumentException(
                    "Cannot track with a buffer of %d and %d writers: there must be at least one of each."
                            .formatted(bufferSize, writers));
        }
        if (giveUpAfter.compareTo(LONGEST_DELIVERY) > 0) {
            throw new IllegalArgumentException(
                    "Cannot retry a message for %s: the hourly export would miss it. Give at most %s."
                            .formatted(giveUpAfter, LONGEST_DELIVERY));
        }
    }

    /**
     * Up to 10,000 messages wait and 16 are written at once; each is retried for 5 minutes, and closing takes at most
     * 30 seconds.
     */
    public static TrackerSettings of(String table) {
        return new TrackerSettings(table, 10_000, 16, LONGEST_DELIVERY, Duration.ofSeconds(30));
    }

    public TrackerSettings withBufferSize(int size) {
        return new TrackerSettings(table, size, writers, giveUpAfter, drainFor);
    }

    public TrackerSettings withWriters(int count) {
        return new TrackerSettings(table, bufferSize, count, giveUpAfter, drainFor);
    }

    public TrackerSettings withGiveUpAfter(Duration duration) {
        return new TrackerSettings(table, bufferSize, writers, duration, drainFor);
    }

    public TrackerSettings withDrainFor(Duration duration) {
        return new TrackerSettings(table, bufferSize, writers, giveUpAfter, duration);
    }
}
