package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;

/** What a sample is made from: equal options give equal bytes. */
public record SampleOptions(LocalDate from, int days, int conversationsPerDay, long seed) {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2039;
    private static final int MOST_DAYS = 400;
    private static final int MOST_CONVERSATIONS = 100_000;

    /** @throws IllegalArgumentException when no sample can be made of them, with a message for the user */
    public SampleOptions {
        if (days < 1 || days > MOST_DAYS) {
            // Users who were away for longer count as new again, which the expected counts do not follow.
            throw invalid("%s days".formatted(days), "--days must be from 1 to " + MOST_DAYS);
        }
        if (from.getYear() < FIRST_YEAR || from.plusDays(days - 1L).getYear() > LAST_YEAR) {
            throw invalid(
                    "days from %s to %s".formatted(from, from.plusDays(days - 1L)),
                    "all days must lie in the years %s to %s".formatted(FIRST_YEAR, LAST_YEAR));
        }
        if (conversationsPerDay < 1 || conversationsPerDay > MOST_CONVERSATIONS) {
            throw invalid(
                    "%s conversations a day".formatted(conversationsPerDay),
                    "--conversations-per-day must be from 1 to " + MOST_CONVERSATIONS);
        }
    }

    public DayRange range() {
        return new DayRange(from, from.plusDays(days - 1L));
    }

    private static IllegalArgumentException invalid(String what, String rule) {
        return new IllegalArgumentException(
                "Cannot generate a sample of %s: %s. Change the option.".formatted(what, rule));
    }
}
