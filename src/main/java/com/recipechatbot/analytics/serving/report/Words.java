package com.recipechatbot.analytics.serving.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and days as the report's sentences write them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_ONLY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String range(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return DATE.format(to);
        }
        return (from.getYear() == to.getYear() ? DAY_ONLY : DATE).format(from) + " to " + DATE.format(to);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A category or tool without its underscores. */
    static String term(String name) {
        return name.replace('_', ' ');
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** "1 day", "2 days". */
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** A share as a percentage: one decimal where it is small, so that little is not shown as nothing. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share != 0 && Math.abs(share) < 0.0995 ? "%.1f %%" : "%.0f %%", share * 100);
    }
}
