package com.recipechatbot.analytics.tables;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * How long rows are kept, as written in a contract: {@code 90 days}, {@code 2 years} or {@code for ever}.
 *
 * @param period null for ever
 */
public record Retention(Period period) {

    /** @throws IllegalArgumentException when the text is not a retention: a mistake in the build */
    public static Retention parse(String text) {
        if (text.equals("for ever")) {
            return new Retention(null);
        }
        String[] words = text.split(" ");
        if (words.length == 2 && !words[0].isEmpty() && words[0].chars().allMatch(c -> c >= '0' && c <= '9')) {
            int count = Integer.parseInt(words[0]);
            if (words[1].equals("days")) {
                return new Retention(Period.ofDays(count));
            } else if (words[1].equals("years")) {
                return new Retention(Period.ofYears(count));
            }
        }
        throw new IllegalArgumentException(
                "Cannot read '%s' as a retention: expected one like 90 days, 2 years or for ever.".formatted(text));
    }

    /** The first day that is still kept on a given day; empty when all days are. */
    public Optional<LocalDate> firstKept(LocalDate asOf) {
        return Optional.ofNullable(period).map(asOf::minus);
    }
}
