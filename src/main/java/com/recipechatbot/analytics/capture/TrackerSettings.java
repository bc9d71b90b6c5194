package com.recipechatbot.analytics.capture;

import java.time.Duration;

/**
 * How much a tracker may hold and how long it tries.
 *
 * @param table the name of the table
 * @param bufferSize the most messages that wait in memory; more are dropped
 * @param writers the most messages that are being written at once, each by a thread
 * @param giveUpAfter how long after it came a message is still tried; the hourly export waits longer than that
 * @param drainFor how long closing waits for what is in the buffer
 */
public record TrackerSettings(String table, int bufferSize, int writers, Duration giveUpAfter, Duration drainFor) {

    /** Beyond this the hourly export could miss what is written late. */
    static final Duration LONGEST_DELIVERY = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException when one of them cannot work */
    public TrackerSettings {
        if (bufferSize < 1 || writers < 1) {
            throw new IllegalArgumentException(
                    "Cannot track with a buffer of %d and %d writers: there must be one of each."
                            .formatted(bufferSize, writers));
        }
        if (giveUpAfter.compareTo(LONGEST_DELIVERY) > 0) {
            throw new IllegalArgumentException(
                    "Cannot try a message for %s: the export of an hour would miss it. Give at most %s."
                            .formatted(giveUpAfter, LONGEST_DELIVERY));
        }
    }

    /** 10,000 messages wait, 16 are written at once; each is tried for 5 minutes, and closing takes 30 seconds at most. */
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
