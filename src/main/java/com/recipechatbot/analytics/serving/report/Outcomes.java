package com.recipechatbot.analytics.serving.report;

/** What a row of daily_metrics contributes to rates over several days. */
final class Outcomes {

    private Outcomes() {}

    static double completed(TableRow day) {
        return day.count("completed");
    }

    /** Conversations with a known outcome. */
    static double known(TableRow day) {
        return day.count("completed") + day.count("not_completed") + day.count("abandoned");
    }

    static double weightedCompletionCoverage(TableRow day) {
        Double coverage = day.number("completion_coverage");
        return coverage == null ? 0 : coverage * day.count("conversations");
    }

    /** All conversations of the day, if any of them has a dish; otherwise 0. */
    static double conversationsWithCompletionCoverage(TableRow day) {
        return day.number("completion_coverage") == null ? 0 : day.count("conversations");
    }

    /** Conversations that have a satisfaction index. */
    static double rated(TableRow day) {
        Double coverage = day.number("satisfaction_coverage");
        return coverage == null ? 0 : coverage * day.count("conversations");
    }

    static double satisfaction(TableRow day) {
        Double index = day.number("satisfaction_index");
        return index == null ? 0 : index * rated(day);
    }

    static double conversations(TableRow day) {
        return day.count("conversations");
    }
}
