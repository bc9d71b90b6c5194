package com.recipechatbot.analytics.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How a calendar day of the lake's zone is written on the command line and in paths: {@code 2025-01-15}. */
public final class ReportingDay {

    private ReportingDay() {}

    /**
     * @param text an ISO date
     * @throws IllegalArgumentException when the text is not a calendar date, with a message for the user
     */
    public static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Cannot read '%s' as a day: expected a date of the calendar like 2025-01-15.".formatted(text), e);
        }
    }

    /** The day before the instant at which a scheduler starts a run: the last one that is over. */
    public static LocalDate before(Instant scheduledTime, ZoneId zone) {
        return LocalDate.ofInstant(scheduledTime, zone).minusDays(1);
    }
}
