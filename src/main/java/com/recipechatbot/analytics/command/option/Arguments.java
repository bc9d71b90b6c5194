package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingDay;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Reads times from the command line; what cannot be read is wrong usage. */
public final class Arguments {

    private Arguments() {}

    public static LocalDate day(String text) {
        return usage(() -> ReportingDay.parse(text));
    }

    public static DayRange range(String from, String to) {
        return usage(() -> new DayRange(ReportingDay.parse(from), ReportingDay.parse(to)));
    }

    public static ReportingWeek week(String text) {
        return usage(() -> ReportingWeek.parse(text));
    }

    public static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException("Cannot read '%s' as a month: expected one like 2025-01.".formatted(text), e);
        }
    }

    public static DayRange days(YearMonth month) {
        return new DayRange(month.atDay(1), month.atEndOfMonth());
    }

    public static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "Cannot read '%s' as an instant: expected one like 2025-01-16T01:00:00Z.".formatted(text), e);
        }
    }

    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "Cannot use --zone %s: there is no such zone. Give one like Europe/Berlin or UTC.".formatted(text),
                    e);
        }
    }

    /** Reads a value; text or values that are refused become wrong usage. */
    public static <T> T usage(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
