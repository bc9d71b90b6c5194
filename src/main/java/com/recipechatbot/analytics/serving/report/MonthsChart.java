package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.MONTH;

import java.util.Arrays;
import java.util.List;

/** Does it grow from month to month? */
final class MonthsChart implements Chart {

    @Override
    public String id() {
        return "months";
    }

    @Override
    public String section() {
        return "How much it is used";
    }

    @Override
    public String title() {
        return "Users by month";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("month_start", "Month", MONTH),
                new Column("active_users", "Active users", COUNT),
                new Column("new_users", "New", COUNT),
                new Column("conversations", "Conversations", COUNT),
                new Column("growth_percent", "Growth in %", DECIMAL));
    }

    @Override
    public Drawing drawing() {
        return Drawing.stack("month_start", "users", "active_users");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        List<TableRow> months = tables.rows("monthly_metrics", period)
                .filter(month -> month.flag("is_complete"))
                .toList();
        if (months.isEmpty()) {
            return Figure.empty(
                    "No complete month that begins in these weeks is published. monthly-metrics publishes it.");
        }
        TableRow last = months.get(months.size() - 1);
        Double growth = last.number("growth_percent");
        return new Figure(
                "%s had %s%s."
                        .formatted(
                                Words.month(last.day("month_start")),
                                Words.count(last.count("active_users"), "active user"),
                                growth == null
                                        ? ""
                                        : ", %s %% %s than the month before"
                                                .formatted(
                                                        Words.decimal(Math.abs(growth)),
                                                        growth < 0 ? "fewer" : "more")),
                months.stream()
                        .map(month -> Arrays.<Object>asList(
                                month.day("month_start"),
                                month.count("active_users"),
                                month.number("new_users") == null ? null : month.count("new_users"),
                                month.count("conversations"),
                                month.number("growth_percent")))
                        .toList());
    }
}
