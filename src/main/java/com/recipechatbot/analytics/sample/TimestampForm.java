package com.recipechatbot.analytics.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The ways in which versions of the chatbot have written a timestamp; all of them mean an instant. */
enum TimestampForm {
    /** As the original writes it: UTC without saying so. */
    WITHOUT_ZONE("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", ZoneOffset.UTC, ChronoUnit.MICROS),
    UTC("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX", ZoneOffset.UTC, ChronoUnit.MICROS),
    TWO_HOURS_AHEAD("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", ZoneOffset.ofHours(2), ChronoUnit.MICROS),
    WHOLE_SECONDS("uuuu-MM-dd'T'HH:mm:ss", ZoneOffset.UTC, ChronoUnit.SECONDS),
    EPOCH_MILLISECONDS("", ZoneOffset.UTC, ChronoUnit.MILLIS);

    private final DateTimeFormatter pattern;
    private final ChronoUnit precision;

    TimestampForm(String pattern, ZoneOffset zone, ChronoUnit precision) {
        this.pattern = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
        this.precision = precision;
    }

    /** Nearly always the original's form. */
    static TimestampForm pick(Chance chance) {
        return chance.below(100) < 84 ? WITHOUT_ZONE : values()[chance.between(1, values().length - 1)];
    }

    /** The instant that is left when the form has written it. */
    Instant rounded(Instant instant) {
        return instant.truncatedTo(precision);
    }

    /** @return a text or a number, for JSON */
    Object write(Instant instant) {
        return this == EPOCH_MILLISECONDS ? (Object) instant.toEpochMilli() : pattern.format(instant);
    }
}
