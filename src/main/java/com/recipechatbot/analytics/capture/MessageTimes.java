package com.recipechatbot.analytics.capture;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each message a microsecond of its own, in order of arrival: two messages with the same timestamp would have the
 * same sort key, and the second would overwrite the first. Thread-safe.
 */
final class MessageTimes {

    /** If the last time is further ahead than this, the clock must have been set back. */
    private static final long LONGEST_LEAD = 1_000_000;

    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE / 2);

    MessageTimes(InstantSource clock) {
        this.clock = clock;
    }

    Instant next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        long micros = last.updateAndGet(before -> before >= now && before - now < LONGEST_LEAD ? before + 1 : now);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
