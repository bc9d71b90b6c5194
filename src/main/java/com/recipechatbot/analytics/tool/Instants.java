package com.recipechatbot.analytics.tool;

import com.recipechatbot.analytics.job.UsageException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads instants from the command line. */
final class Instants {

    private Instants() {}

    static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "Cannot read '%s' as an instant: expected one like 2025-01-16T01:00:00Z.".formatted(text), e);
        }
    }
}
