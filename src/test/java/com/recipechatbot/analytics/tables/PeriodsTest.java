package com.recipechatbot.analytics.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2025-W03, 2025-01-13",
        "2020-W53, 2020-12-28",
        "2021-W01, 2021-01-04",
        "2025-W01, 2024-12-30",
        "2026-W53, 2026-12-28"
    })
    void aWeekIsKnownByItsMonday(String text, LocalDate monday) {
        assertThat(ReportingWeek.parse(text).monday()).isEqualTo(monday);
        assertThat(ReportingWeek.of(monday.plusDays(6))).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-W53", "2025-W00", "2025-W3", "2025-03", "week 3", ""})
    void whatIsNoWeekIsSaid(String text) {
        assertThatThrownBy(() -> ReportingWeek.parse(text))
                .hasMessage("Cannot read '%s' as a week: expected an ISO week of the calendar like 2025-W03.", text);
    }

    @Test
    void aWeekStartsOnAMonday() {
        assertThatThrownBy(() -> new ReportingWeek(LocalDate.of(2025, 1, 14)))
                .hasMessage("Cannot start a week on 2025-01-14: it is a tuesday, not a Monday.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2025-1-5", "15.01.2025", "today", ""})
    void whatIsNoDayIsSaid(String text) {
        assertThatThrownBy(() -> ReportingDay.parse(text))
                .hasMessage("Cannot read '%s' as a day: expected a date of the calendar like 2025-01-15.", text);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-16T01:00:00Z, UTC, 2025-01-15",
        "2025-01-16T00:00:00Z, UTC, 2025-01-15",
        "2025-01-16T01:00:00Z, America/New_York, 2025-01-14",
        "2025-03-30T22:30:00Z, Europe/Berlin, 2025-03-30"
    })
    void aScheduledRunPublishesTheDayBefore(Instant scheduled, ZoneId zone, LocalDate day) {
        assertThat(ReportingDay.before(scheduled, zone)).isEqualTo(day);
    }

    @Test
    void aRangeHoldsBothItsEnds() {
        DayRange range = new DayRange(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1));

        assertThat(range.size()).isEqualTo(3);
        assertThat(range.days())
                .containsExactly(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));
        assertThat(range.contains(LocalDate.of(2024, 3, 2))).isFalse();
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new DayRange(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1)))
                .hasMessage(
                        "Cannot use the days 2025-01-02 to 2025-01-01: the last day is before the first. Swap them.");
    }
}
