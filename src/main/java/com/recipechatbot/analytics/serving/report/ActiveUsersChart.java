package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DAY;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.FLAG;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many people use the chatbot each day? */
final class ActiveUsersChart implements Chart {

    @Override
    public String id() {
        return "active_users";
    }

    @Override
    public String section() {
        return "How much it is used";
    }

    @Override
    public String title() {
        return "Daily active users";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("day", "Day", DAY),
                new Column("active_users", "Active users", COUNT),
                new Column("mean_of_7_days", "Mean of 7 days", DECIMAL),
                new Column("conversations", "Conversations", COUNT),
                new Column("messages", "Messages", COUNT),
                new Column("is_complete", "Complete", FLAG));
    }

    @Override
    public Drawing drawing() {
        return Drawing.trend("users", "active_users", "mean_of_7_days");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        List<List<Object>> rows = new ArrayList<>();
        tables.days(period)
                .forEach((day, row) -> rows.add(Arrays.asList(
                        day,
                        row.count("active_users"),
                        SevenDays.ratio(tables.days(), day, each -> each.count("active_users"), each -> 1),
                        row.count("conversations"),
                        row.count("messages"),
                        row.flag("is_complete"))));
        return tables.days(period).values().stream()
                .max(Comparator.comparingLong(row -> row.count("active_users")))
                .map(busiest -> new Figure(reading(tables, period, busiest), rows))
                .orElse(Figure.empty("No day in these weeks is published."));
    }

    private static String reading(PublishedTables tables, Period period, TableRow busiest) {
        double mean = tables.days(period).values().stream()
                .mapToLong(row -> row.count("active_users"))
                .average()
                .orElse(0);
        return "%s users a day on average; the busiest day was %s with %s."
                .formatted(
                        Words.decimal(mean), Words.day(busiest.day("day")), Words.count(busiest.count("active_users")));
    }
}
