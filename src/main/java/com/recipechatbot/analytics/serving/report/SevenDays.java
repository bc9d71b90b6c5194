package com.recipechatbot.analytics.serving.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.function.ToDoubleFunction;

/** Means that do not fluctuate with the weekday: over the seven days that end with a given day. */
final class SevenDays {

    private SevenDays() {}

    /**
     * Sum / sum over the seven days; null if one of them is not published, not complete or without records, or the divisor
     * is zero.
     */
    static Double ratio(
            NavigableMap<LocalDate, TableRow> days,
            LocalDate last,
            ToDoubleFunction<TableRow> numerator,
            ToDoubleFunction<TableRow> denominator) {
        Collection<TableRow> seven =
                days.subMap(last.minusDays(6), true, last, true).values();
        return seven.size() < 7 || !seven.stream().allMatch(row -> row.isWholeDay())
                ? null
                : ratio(seven, numerator, denominator);
    }

    /** Sum / sum; null if the divisor is zero. */
    static Double ratio(
            Collection<TableRow> rows, ToDoubleFunction<TableRow> numerator, ToDoubleFunction<TableRow> denominator) {
        double parts = rows.stream().mapToDouble(denominator).sum();
        return parts == 0 ? null : rows.stream().mapToDouble(numerator).sum() / parts;
    }
}
