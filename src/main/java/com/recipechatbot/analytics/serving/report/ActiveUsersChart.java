package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DAY;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
                new Column("state", "Day is", TEXT));
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
                        row.dayState())));
        if (rows.isEmpty()) {
            return Figure.empty("No day in these weeks is published.");
        }
        Collection<TableRow> whole = tables.wholeDays(period).values();
        String reading = whole.stream()
                .max(Comparator.comparingLong(row -> row.count("active_users")))
                .map(busiest -> reading(whole, busiest))
                .orElse("No day in these weeks is complete yet.");
        return new Figure(reading, rows);
    }

    private static String reading(Collection<TableRow> whole, TableRow busiest) {
        double mean = whole.stream()
                .mapToLong(row -> row.count("active_users"))
                .average()
                .orElse(0);
        return "%s users on an average complete day; the busiest day was %s with %s."
                .formatted(
                        Words.decimal(mean), Words.day(busiest.day("day")), Words.count(busiest.count("active_users")));
    }
}
