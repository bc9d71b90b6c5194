package com.recipechatbot.analytics.sample;

/** The mean of satisfaction indexes, and how certain it is. */
final class Satisfactions {

    private static final int FEWEST = 30;
    private static final double NINETY_FIVE_PERCENT = 1.96;

    private long count;
    private double mean;
    private double squares;

    void add(Double index) {
        if (index != null) {
            // Welford's way: the sum of squares of differences, without keeping the values.
            count++;
            double difference = index - mean;
            mean += difference / count;
            squares += difference * (index - mean);
        }
    }

    /** @param conversations all of them, with an index or without */
    Row addTo(Row row, long conversations) {
        boolean isSure = count >= FEWEST;
        double margin = NINETY_FIVE_PERCENT * Math.sqrt(squares / (count - 1) / count);
        return row.with("satisfaction_index", count == 0 ? null : mean)
                .with("satisfaction_low", isSure ? (Double) Math.max(0, mean - margin) : null)
                .with("satisfaction_high", isSure ? (Double) Math.min(100, mean + margin) : null)
                .withRatio("satisfaction_coverage", count, conversations);
    }
}
