package com.recipechatbot.analytics.serving.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values that metrics should reach, by the name of a metric over days. The report draws each as a line in the chart
 * of its metric.
 */
public record Targets(Map<String, Double> values) {

    public static final Targets NONE = new Targets(Map.of());

    /**
     * Reads entries such as {@code active_users=200} and {@code completion_rate=60%}.
     *
     * @throws IllegalArgumentException when an entry cannot be used; the message says what would do
     */
    public static Targets of(List<String> entries) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            String metric =
                    equals < 0 ? entry.strip() : entry.substring(0, equals).strip();
            if (!metrics().contains(metric)) {
                throw new IllegalArgumentException("Cannot draw a target for '%s': targets are for %s."
                        .formatted(metric, metrics().stream().sorted().collect(Collectors.joining(", "))));
            }
            values.put(
                    metric,
                    number(metric, equals < 0 ? "" : entry.substring(equals + 1).strip()));
        }
        return new Targets(values);
    }

    private static double number(String metric, String text) {
        boolean isPercent = text.endsWith("%");
        try {
            double number = Double.parseDouble(isPercent ? text.substring(0, text.length() - 1) : text);
            if (Double.isFinite(number) && number >= 0) {
                return isPercent ? number / 100 : number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the sentence below.
        }
        throw new IllegalArgumentException(
                "Cannot draw the target of %s: it is not a number such as 200, 0.6 or 60%%. Write %s=200."
                        .formatted(metric, metric));
    }

    /** The metrics over days: what the charts of days draw. */
    private static List<String> metrics() {
        return HtmlReport.charts().stream()
                .map(Chart::drawing)
                .filter(Drawing::isTrend)
                .map(Drawing::metric)
                .toList();
    }
}
