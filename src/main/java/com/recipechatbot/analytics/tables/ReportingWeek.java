package com.recipechatbot.analytics.tables;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ISO week, identified by its Monday and written {@code 2025-W03}. */
public record ReportingWeek(LocalDate monday) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** @throws IllegalArgumentException when the day is not a Monday */
    public ReportingWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("Cannot start a week on %s: it is a %s, not a Monday."
                    .formatted(monday, monday.getDayOfWeek().name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    public static ReportingWeek of(LocalDate day) {
        return new ReportingWeek(day.with(DayOfWeek.MONDAY));
    }

    /**
     * @param text an ISO week like {@code 2025-W03}; week 53 only in the years that have one
     * @throws IllegalArgumentException when there is no such week, with a message for the user
     */
    public static ReportingWeek parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            try {
                // January 4th is always in week 1 of its year.
                LocalDate inFirstWeek = LocalDate.of(Integer.parseInt(form.group(1)), 1, 4);
                int week = Integer.parseInt(form.group(2));
                if (IsoFields.WEEK_OF_WEEK_BASED_YEAR
                        .rangeRefinedBy(inFirstWeek)
                        .isValidValue(week)) {
                    return of(inFirstWeek.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week));
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(message(text), e);
            }
        }
        throw new IllegalArgumentException(message(text));
    }

    public DayRange days() {
        return new DayRange(monday, monday.plusDays(6));
    }

    public ReportingWeek plusWeeks(int weeks) {
        return new ReportingWeek(monday.plusWeeks(weeks));
    }

    @Override
    public String toString() {
        return "%04d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String message(String text) {
        return "Cannot read '%s' as a week: expected an ISO week of the calendar like 2025-W03.".formatted(text);
    }
}
