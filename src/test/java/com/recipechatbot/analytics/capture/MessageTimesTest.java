package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageTimesTest {

    private static final Instant NOW = Instant.parse("2025-01-15T10:00:00.123456789Z");

    @Test
    void messagesOfOneInstantGetDistinctTimesInOrder() {
        MessageTimes times = new MessageTimes(InstantSource.fixed(NOW));

        assertThat(times.next()).isEqualTo("2025-01-15T10:00:00.123456Z");
        assertThat(times.next()).isEqualTo("2025-01-15T10:00:00.123457Z");
    }

    @Test
    void threadsNeverShareATime() {
        MessageTimes times = new MessageTimes(InstantSource.fixed(NOW));
        Set<Instant> seen = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 10_000).parallel().forEach(i -> seen.add(times.next()));

        assertThat(seen).hasSize(10_000);
    }

    @Test
    void aClockThatWasSetBackIsFollowed() {
        AtomicReference<Instant> clock = new AtomicReference<>(NOW);
        MessageTimes times = new MessageTimes(clock::get);
        Instant first = times.next();

        clock.set(NOW.minusMillis(500));
        assertThat(times.next()).isEqualTo(first.plusNanos(1_000));
        clock.set(NOW.minusSeconds(3_600));
        assertThat(times.next()).isEqualTo("2025-01-15T09:00:00.123456Z");
    }
}
