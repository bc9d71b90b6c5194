package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.DAY;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/** Are people satisfied, as far as conversations show? */
final class SatisfactionChart implements Chart {

    @Override
    public String id() {
        return "satisfaction";
    }

    @Override
    public String section() {
        return "Does it work";
    }

    @Override
    public String title() {
        return "Satisfaction index";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("day", "Day", DAY),
                new Column("satisfaction_index", "Index", DECIMAL),
                new Column("index_of_7_days", "Index of 7 days", DECIMAL),
                new Column("satisfaction_low", "Low (95 %)", DECIMAL),
                new Column("satisfaction_high", "High (95 %)", DECIMAL),
                new Column("satisfaction_coverage", "Coverage", PERCENT),
                new Column("problem_rate", "With a problem", PERCENT),
                new Column("state", "Day is", TEXT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.trend("index, 0 to 100", "satisfaction_index", "index_of_7_days");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        NavigableMap<LocalDate, TableRow> days = tables.days(period);
        if (SevenDays.ratio(days.values(), Outcomes::satisfaction, Outcomes::rated) == null) {
            return Figure.empty("No conversation in these weeks shows how satisfied its user was.");
        }
        List<List<Object>> rows = new ArrayList<>();
        days.forEach((day, row) -> rows.add(Arrays.asList(
                day,
                row.number("satisfaction_index"),
                SevenDays.ratio(tables.days(), day, Outcomes::satisfaction, Outcomes::rated),
                row.number("satisfaction_low"),
                row.number("satisfaction_high"),
                row.number("satisfaction_coverage"),
                row.number("problem_rate"),
                row.dayState())));
        Collection<TableRow> whole = tables.wholeDays(period).values();
        Double index = SevenDays.ratio(whole, Outcomes::satisfaction, Outcomes::rated);
        if (index == null) {
            return new Figure("No complete day in these weeks shows how satisfied users were.", rows);
        }
        Double coverage = SevenDays.ratio(whole, Outcomes::rated, Outcomes::conversations);
        return new Figure(
                "%s out of 100 on average, where 50 is neutral; known for %s of the conversations."
                        .formatted(Words.decimal(index), Words.percent(coverage == null ? 0 : coverage)),
                rows);
    }
}
