package com.recipechatbot.analytics.serving.report;

import java.util.List;

/**
 * How a figure is drawn, in terms of its columns' names.
 *
 * @param kind {@code trend}: lines over days; {@code bars}: one for each row; {@code stack}: columns over weeks;
 *     {@code grid}: a cell for each row and column value
 * @param along the axis: days, labels, weeks or the grid's rows
 * @param values what is drawn. For a trend: the single days, then their 7-day mean, then a line for coverage; for bars:
 *     one value; for a stack: its parts, from the bottom up; for a grid: its columns and its values
 * @param unit what is counted, for the axis
 */
record Drawing(String kind, String along, List<String> values, String unit) {

    static Drawing trend(String unit, String... values) {
        return new Drawing("trend", "day", List.of(values), unit);
    }

    boolean isTrend() {
        return kind.equals("trend");
    }

    /** What a trend is of, day by day. */
    String metric() {
        return values.get(0);
    }

    static Drawing bars(String label, String value, String unit) {
        return new Drawing("bars", label, List.of(value), unit);
    }

    static Drawing stack(String week, String unit, String... parts) {
        return new Drawing("stack", week, List.of(parts), unit);
    }

    static Drawing grid(String row, String column, String value, String unit) {
        return new Drawing("grid", row, List.of(column, value), unit);
    }
}
