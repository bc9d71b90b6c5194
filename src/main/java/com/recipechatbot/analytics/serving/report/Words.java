package com.recipechatbot.analytics.serving.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers and days for the report's sentences. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_ONLY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
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

    static String month(LocalDate first) {
        return MONTH.format(first);
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** "1 day", "2 days". */
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", new BigDecimal(shown(number)));
    }

    /**
     * A share as a percentage, with one decimal when it is small, so that a small share does not appear as zero. The page's
     * script rounds the same numbers in the same way: exactly, and halves away from zero.
     */
    static String percent(double share) {
        double of = shown(share);
        String format = of != 0 && Math.abs(of) < 0.0995 ? "%.1f %%" : "%.0f %%";
        return String.format(Locale.ROOT, format, new BigDecimal(of * 100));
    }

    /** The number that the page contains: nobody reads more than four decimals, and more would double its size. */
    static double shown(double number) {
        return Math.round(number * 1e4) / 1e4;
    }
}
