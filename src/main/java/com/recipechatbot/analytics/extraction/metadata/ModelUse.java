package com.recipechatbot.analytics.extraction.metadata;

import java.util.Comparator;

/**
 * What a record says of the model that wrote it. What it does not report is null. Money and time are whole numbers, so that
 * they add up to the same in any order.
 *
 * @param model its name, see {@link ModelNames}: "gpt-4o", "(other)"
 * @param failed whether the record says that the model failed
 * @param latencyMicros microseconds from the request to the answer
 * @param costNanos billionths of a US dollar
 */
public record ModelUse(
        String model, boolean failed, Long latencyMicros, Long inputTokens, Long outputTokens, Long costNanos) {

    private static final Comparator<Long> NUMBER = Comparator.nullsFirst(Comparator.naturalOrder());

    /** By what they report, the least first: to tell two apart that are about the same record. */
    public static final Comparator<ModelUse> LEAST_FIRST = Comparator.comparingInt(ModelUse::reported)
            .thenComparing(ModelUse::model)
            .thenComparing(ModelUse::failed)
            .thenComparing(ModelUse::latencyMicros, NUMBER)
            .thenComparing(ModelUse::inputTokens, NUMBER)
            .thenComparing(ModelUse::outputTokens, NUMBER)
            .thenComparing(ModelUse::costNanos, NUMBER);

    /** How many numbers it reports. */
    private int reported() {
        return (latencyMicros == null ? 0 : 1)
                + (inputTokens == null ? 0 : 1)
                + (outputTokens == null ? 0 : 1)
                + (costNanos == null ? 0 : 1);
    }
}
