package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.HOUR;
import static com.recipechatbot.analytics.serving.report.Column.Format.WEEKDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** When in the week do people write? Means over the complete days, so that an extra Monday makes no difference. */
final class PeakHoursChart implements Chart {

    @Override
    public String id() {
        return "peak_hours";
    }

    @Override
    public String section() {
        return "When people cook";
    }

    @Override
    public String title() {
        return "User messages by weekday and hour";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("weekday", "Weekday", WEEKDAY),
                new Column("hour", "Hour", HOUR),
                new Column("user_messages", "User messages, mean", DECIMAL),
                new Column("days", "Days", COUNT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.grid("weekday", "hour", "user_messages", "user messages, daily mean");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        long[][] messages = new long[8][24];
        long[][] days = new long[8][24];
        Set<LocalDate> whole = tables.wholeDays(period).keySet();
        tables.rows("hourly_usage", period)
                .filter(row -> whole.contains(row.day("day")))
                .forEach(row -> {
                    int weekday = row.day("day").getDayOfWeek().getValue();
                    int hour = (int) row.count("hour");
                    messages[weekday][hour] += row.count("user_messages");
                    days[weekday][hour]++;
                });
        List<List<Object>> rows = new ArrayList<>();
        int peakDay = 0;
        int peakHour = 0;
        double peak = 0;
        for (int weekday = 1; weekday <= 7; weekday++) {
            for (int hour = 0; hour < 24; hour++) {
                if (days[weekday][hour] > 0) {
                    double mean = (double) messages[weekday][hour] / days[weekday][hour];
                    rows.add(List.of(weekday, hour, mean, days[weekday][hour]));
                    if (mean > peak) {
                        peak = mean;
                        peakDay = weekday;
                        peakHour = hour;
                    }
                }
            }
        }
        if (peak == 0) {
            return Figure.empty("No user wrote anything on a complete day in these weeks.");
        }
        return new Figure(
                "The busiest hour is %s from %02d:00, with %s user messages on average."
                        .formatted(
                                DayOfWeek.of(peakDay).getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                peakHour,
                                Words.decimal(peak)),
                rows);
    }
}
