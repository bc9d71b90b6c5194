package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** On which days of the sample each user did a thing. Users over any time are counted from here. */
final class UserDays {

    private final LocalDate from;
    private final Map<String, BitSet> daysByUser = new HashMap<>();

    UserDays(DayRange sample) {
        this.from = sample.from();
    }

    /** The days of one user. */
    final class Days {

        private final BitSet days;

        private Days(BitSet days) {
            this.days = days;
        }

        boolean isIn(DayRange range) {
            return isIn(range.from(), range.to());
        }

        boolean isOn(LocalDate day) {
            return isIn(day, day);
        }

        boolean isBefore(LocalDate day) {
            return isIn(from, day.minusDays(1));
        }

        LocalDate first() {
            return from.plusDays(days.nextSetBit(0));
        }

        /** Whether a day of the range follows an earlier one within that many days. */
        boolean isRepeatedIn(DayRange range, int within) {
            return range.days().stream().anyMatch(day -> isOn(day) && isIn(day.minusDays(within), day.minusDays(1)));
        }

        private boolean isIn(LocalDate first, LocalDate last) {
            int next = days.nextSetBit((int) Math.max(0, ChronoUnit.DAYS.between(from, first)));
            return next >= 0 && next <= ChronoUnit.DAYS.between(from, last);
        }
    }

    void add(User user, LocalDate day) {
        if (user.isKnown()) {
            daysByUser.computeIfAbsent(user.id(), id -> new BitSet()).set((int) ChronoUnit.DAYS.between(from, day));
        }
    }

    long count(Predicate<Days> condition) {
        return daysByUser.keySet().stream()
                .filter(user -> condition.test(of(user)))
                .count();
    }

    /** How many users meet one condition on these days and another one on the other days. */
    long countBoth(Predicate<Days> here, UserDays other, Predicate<Days> there) {
        return daysByUser.keySet().stream()
                .filter(user -> here.test(of(user)) && there.test(other.of(user)))
                .count();
    }

    /** Users a day, on average over these days. */
    double mean(DayRange days) {
        return days.days().stream()
                .mapToLong(day -> count(user -> user.isOn(day)))
                .average()
                .orElseThrow();
    }

    private Days of(String user) {
        return new Days(daysByUser.getOrDefault(user, new BitSet()));
    }
}
