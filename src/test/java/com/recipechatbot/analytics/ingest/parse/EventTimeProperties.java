package com.recipechatbot.analytics.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class EventTimeProperties {

    @Property
    void every_instant_of_the_years_with_keys_is_read_as_java_time_writes_it(
            @ForAll @LongRange(min = 1_577_923_200L, max = 2_208_902_399L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
        OffsetDateTime time =
                Instant.ofEpochSecond(second, nano).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);

        assertThat(parse(time.toString())).isEqualTo(micros);
        assertThat(parse(time.withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString()))
                .isEqualTo(micros);
        assertThat(parse("%d.%09d".formatted(second, nano))).isEqualTo(micros);
        assertThat(parse(Long.toString(micros))).isEqualTo(micros);
        assertThat(parse(Long.toString(micros / 1_000))).isEqualTo(micros / 1_000 * 1_000);
    }

    @Property
    void what_java_time_refuses_is_refused(
            @ForAll @IntRange(min = 2020, max = 2039) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day,
            @ForAll @IntRange(max = 25) int hour,
            @ForAll @IntRange(max = 61) int minute,
            @ForAll @IntRange(max = 61) int second) {
        String text = "%04d-%02d-%02dT%02d:%02d:%02d".formatted(year, month, day, hour, minute, second);

        assertThat(parse(text)).isEqualTo(expected(year, month, day, hour, minute, second));
    }

    @Property
    void no_text_is_too_odd(@ForAll byte[] text) {
        long micros = EventTime.parse(text);

        assertThat(micros == EventTime.UNREADABLE || micros >= 1_577_836_800_000_000L)
                .isTrue();
    }

    private static long expected(int year, int month, int day, int hour, int minute, int second) {
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
        } catch (DateTimeException e) {
            return EventTime.UNREADABLE;
        }
    }

    private static long parse(String text) {
        return EventTime.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
