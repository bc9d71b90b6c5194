package com.recipechatbot.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordDaysTest {

    @Test
    void silentDaysAreThoseBetweenRecordsButNotThoseBeforeAWrongClock() {
        RecordDays days = days("2020-01-01", "2025-01-06", "2025-01-09", "2026-01-03");

        assertThat(Stream.of("2025-01-05", "2025-01-06", "2025-01-07", "2025-01-09", "2025-01-10", "2026-01-03")
                        .filter(day -> days.surround(LocalDate.parse(day))))
                .containsExactly("2025-01-06", "2025-01-07", "2025-01-09", "2026-01-03");
        assertThat(days.follow(LocalDate.parse("2025-01-08"))).isTrue();
        assertThat(days.follow(LocalDate.parse("2025-01-09"))).isFalse();
        assertThat(days.haveBegunOn(LocalDate.parse("2025-01-05"))).isFalse();
        assertThat(days.haveBegunOn(LocalDate.parse("2025-06-05"))).isTrue();
        assertThat(days.first()).contains(LocalDate.parse("2025-01-06"));
    }

    @Test
    void oneDayIsTheFirstAndNoDayIsNone() {
        assertThat(days("2025-01-06").first()).contains(LocalDate.parse("2025-01-06"));
        assertThat(days().first()).isEmpty();
        assertThat(days().surround(LocalDate.parse("2025-01-06"))).isFalse();
    }

    @Test
    void beforeReadingAnyDayMayHaveRecords() {
        assertThat(RecordDays.UNREAD.surround(LocalDate.parse("2025-01-06"))).isTrue();
        assertThat(RecordDays.UNREAD.haveBegunOn(LocalDate.parse("2025-01-06"))).isTrue();
    }

    private static RecordDays days(String... days) {
        return RecordDays.of(List.of(days).stream().map(LocalDate::parse).toList());
    }
}
