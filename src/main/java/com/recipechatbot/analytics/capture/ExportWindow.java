package com.recipechatbot.analytics.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time window of an incremental export: what was written from one instant to another, excluding the second.
 *
 * @param from whole seconds
 * @param to whole seconds
 */
public record ExportWindow(Instant from, Instant to) {

    static final Duration SHORTEST = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(24);

    /** @throws IllegalArgumentException when DynamoDB cannot export such a window, with a message for the user */
    public ExportWindow {
        from = from.truncatedTo(ChronoUnit.SECONDS);
        to = to.truncatedTo(ChronoUnit.SECONDS);
        Duration length = Duration.between(from, to);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Cannot export what was written from %s to %s: DynamoDB exports windows of 15 minutes to 24 hours. Give other instants."
                            .formatted(from, to));
        }
    }
}
