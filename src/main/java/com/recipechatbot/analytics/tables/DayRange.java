package com.recipechatbot.analytics.tables;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Days from the first to the last, both inclusive. */
public record DayRange(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException when the range ends before it begins */
    public DayRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Cannot use the days %s to %s: the last day is before the first. Swap them.".formatted(from, to));
        }
    }

    public static DayRange of(LocalDate day) {
        return new DayRange(day, day);
    }

    public List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    public long size() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
