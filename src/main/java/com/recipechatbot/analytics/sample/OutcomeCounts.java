package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.sample.Assessment.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** How some conversations ended. */
final class OutcomeCounts {

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private long withRecipe;
    private long toldWithRecipe;

    void add(Assessment assessment, boolean hasRecipe) {
        counts.merge(assessment.outcome(), 1L, Long::sum);
        withRecipe += hasRecipe ? 1 : 0;
        toldWithRecipe += hasRecipe && assessment.isTold() ? 1 : 0;
    }

    Row addTo(Row row) {
        row.with("completed", count(Outcome.COMPLETED))
                .with("not_completed", count(Outcome.NOT_COMPLETED))
                .with("abandoned", count(Outcome.ABANDONED));
        return addRateTo(row).withRatio("completion_coverage", toldWithRecipe, withRecipe);
    }

    Row addRateTo(Row row) {
        long told = count(Outcome.COMPLETED) + count(Outcome.NOT_COMPLETED) + count(Outcome.ABANDONED);
        return row.withRatio("completion_rate", count(Outcome.COMPLETED), told);
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
