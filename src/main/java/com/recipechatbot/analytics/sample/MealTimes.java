package com.recipechatbot.analytics.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** When conversations start: more on weekends, around meals, and now and then shortly before midnight. */
final class MealTimes {

    /** Percent of an average day, Monday first; they sum to 700. */
    private static final int[] WEEK = {90, 85, 90, 95, 100, 115, 125};

    /** Shares of the hours 0 to 23, UTC. */
    private static final int[] HOURS = {1, 0, 0, 0, 0, 1, 3, 6, 6, 3, 4, 10, 14, 6, 3, 4, 8, 16, 20, 14, 7, 4, 2, 2};

    private static final int TOTAL = Arrays.stream(HOURS).sum();
    private static final long MICROS_PER_MINUTE = 60_000_000L;

    private final SampleOptions options;

    MealTimes(SampleOptions options) {
        this.options = options;
    }

    /** The starts on a day, in order of time. */
    List<Instant> starts(LocalDate day) {
        Chance chance = Chance.of(options.seed(), day.toEpochDay());
        int average = options.conversationsPerDay() * WEEK[day.getDayOfWeek().getValue() - 1];
        int conversations = Math.max(1, average * chance.between(90, 110) / 10_000);
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return LongStream.generate(() -> microsOfDay(chance))
                .limit(conversations)
                .sorted()
                .mapToObj(micros -> midnight.plusNanos(micros * 1_000))
                .toList();
    }

    private static long microsOfDay(Chance chance) {
        int minute = chance.oneIn(100) ? 23 * 60 + chance.between(50, 59) : hour(chance) * 60 + chance.below(60);
        return minute * MICROS_PER_MINUTE + chance.below((int) MICROS_PER_MINUTE);
    }

    private static int hour(Chance chance) {
        int left = chance.below(TOTAL);
        int hour = 0;
        while (left >= HOURS[hour]) {
            left -= HOURS[hour++];
        }
        return hour;
    }
}
