package com.recipechatbot.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days are numbered: day 1 is 1 March 2025. */
class FreshnessTest {

    @Test
    void aLakeWithoutDaysMissesNone() {
        Freshness lake = lake(days(), days());

        assertThat(lake.missingDays()).isZero();
        assertThat(lake.firstIncomplete()).isEmpty();
        assertThat(lake.lastCompleteDay()).isEmpty();
        assertThat(lake.daysSinceExpire(day(200))).isEmpty();
    }

    @Test
    void theNextRunBeginsAfterTheNewestCompleteDay() {
        assertThat(lake(days(1, 2, 3, 4), days(1, 2, 3)).firstIncomplete()).hasValue(day(4));
        assertThat(lake(days(1, 2), days(1, 2)).firstIncomplete()).hasValue(day(3));
        assertThat(lake(days(5, 6), days()).firstIncomplete()).hasValue(day(5));
    }

    /** A conversation of several days ended: the day on which it began can be completed now. */
    @Test
    void theNextRunBeginsWithADayThatStayedOpenShortlyBefore() {
        assertThat(lake(days(1, 2, 3, 4, 5), days(1, 2, 4, 5)).firstIncomplete())
                .hasValue(day(3));
        assertThat(lake(days(1, 2, 3, 4, 5, 6, 7), days(1, 2, 4, 5, 6, 7)).firstIncomplete())
                .hasValue(day(8));
    }

    @Test
    void holesAreDaysBeforeTheNewestCompleteOneThatAreNotPublished() {
        assertThat(lake(days(1, 2, 5), days(1, 2, 5)).missingDays()).isEqualTo(2);
        // Day 3 is open: one of its conversations goes on.
        assertThat(lake(days(1, 2, 3, 5), days(1, 2, 5)).missingDays()).isEqualTo(1);
        // What comes after the newest complete day is not missing yet: DaysBehind tells of it.
        assertThat(lake(days(1, 2, 3), days(1, 2)).missingDays()).isZero();
    }

    @Test
    void holesOfMoreThan35DaysAgoDoNotCount() {
        assertThat(lake(days(1, 36), days(1, 36)).missingDays()).isEqualTo(34);
        assertThat(lake(days(1, 37, 39), days(1, 37, 39)).missingDays()).isEqualTo(34);
    }

    /** Working rows are kept for 90 days. */
    @Test
    void rowsThatShouldHaveExpiredAreCountedInDays() {
        Freshness never = lake(days(1, 2), days(1, 2));
        assertThat(never.daysSinceExpire(day(90))).isEmpty();
        assertThat(never.daysSinceExpire(day(91))).isEqualTo(OptionalLong.of(0));
        assertThat(never.daysSinceExpire(day(101))).isEqualTo(OptionalLong.of(10));

        Freshness expired = new Freshness(days(1, 2), days(1, 2), Optional.of(day(11)), ZoneOffset.UTC);
        assertThat(expired.daysSinceExpire(day(101))).isEqualTo(OptionalLong.of(0));
        assertThat(expired.daysSinceExpire(day(109))).isEqualTo(OptionalLong.of(8));
    }

    private static Freshness lake(SortedSet<LocalDate> published, SortedSet<LocalDate> complete) {
        return new Freshness(published, complete, Optional.empty(), ZoneOffset.UTC);
    }

    private static SortedSet<LocalDate> days(int... numbers) {
        SortedSet<LocalDate> days = new TreeSet<>();
        IntStream.of(numbers).forEach(number -> days.add(day(number)));
        return days;
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2025, 3, 1).plusDays(number - 1L);
    }
}
