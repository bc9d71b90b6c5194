package com.recipechatbot.analytics.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When the chatbot and its export are up: not after the sample's end and not on the one day of an outage, whose folder
 * exists but is empty. The last half hour is quiet, so that no conversation is still open at the end.
 */
final class OpenHours {

    private static final Duration QUIET = Duration.ofMinutes(31);
    private static final int FEWEST_DAYS_WITH_OUTAGE = 14;
    private static final int OUTAGE = 9;

    private final LocalDate outage;
    private final Instant end;

    OpenHours(SampleOptions options) {
        LocalDate endDay = options.from().plusDays(options.days());
        this.outage = options.days() >= FEWEST_DAYS_WITH_OUTAGE ? options.from().plusDays(OUTAGE) : null;
        this.end = endDay.atStartOfDay(ZoneOffset.UTC).toInstant().minus(QUIET);
    }

    boolean contains(Instant instant) {
        return instant.isBefore(end)
                && !LocalDate.ofInstant(instant, ZoneOffset.UTC).equals(outage);
    }
}
