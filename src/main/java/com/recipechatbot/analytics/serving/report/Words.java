package com.recipechatbot.analytics.serving.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers and days for the report's sentences. */
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

    /** The name of a category or tool, without underscores. */
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

    /** A share as a percentage, with one decimal when it is small, so that a small share does not appear as zero. */
    static String percent(double share) {
        return String.format(Locale.ROOT, share != 0 && Math.abs(share) < 0.0995 ? "%.1f %%" : "%.0f %%", share * 100);
    }
}
