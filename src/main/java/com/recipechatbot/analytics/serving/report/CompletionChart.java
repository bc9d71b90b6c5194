package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DAY;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/** Do people finish what they cook, as far as conversations show? */
final class CompletionChart implements Chart {

    @Override
    public String id() {
        return "completion";
    }

    @Override
    public String section() {
        return "Does it work";
    }

    @Override
    public String title() {
        return "Dishes that get made";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("day", "Day", DAY),
                new Column("completion_rate", "Completion", PERCENT),
                new Column("completion_of_7_days", "Completion of 7 days", PERCENT),
                new Column("coverage_of_7_days", "Coverage of 7 days", PERCENT),
                new Column("completed", "Completed", COUNT),
                new Column("not_completed", "Not completed", COUNT),
                new Column("abandoned", "Abandoned", COUNT),
                new Column("state", "Day is", TEXT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.trend("share", "completion_rate", "completion_of_7_days", "coverage_of_7_days");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        NavigableMap<LocalDate, TableRow> days = tables.days(period);
        if (SevenDays.ratio(days.values(), Outcomes::completed, Outcomes::known) == null) {
            return Figure.empty("No conversation in these weeks shows how it ended: that means unknown, not 0 %.");
        }
        List<List<Object>> rows = new ArrayList<>();
        days.forEach((day, row) -> rows.add(Arrays.asList(
                day,
                row.number("completion_rate"),
                SevenDays.ratio(tables.days(), day, Outcomes::completed, Outcomes::known),
                SevenDays.ratio(
                        tables.days(),
                        day,
                        Outcomes::weightedCompletionCoverage,
                        Outcomes::conversationsWithCompletionCoverage),
                row.count("completed"),
                row.count("not_completed"),
                row.count("abandoned"),
                row.dayState())));
        Collection<TableRow> whole = tables.wholeDays(period).values();
        Double rate = SevenDays.ratio(whole, Outcomes::completed, Outcomes::known);
        if (rate == null) {
            return new Figure("No complete day in these weeks has a conversation that shows how it ended.", rows);
        }
        Double coverage = SevenDays.ratio(
                whole, Outcomes::weightedCompletionCoverage, Outcomes::conversationsWithCompletionCoverage);
        return new Figure(
                "%s of the conversations with a known outcome ended with the dish made; the outcome is known for %s of those with a dish."
                        .formatted(Words.percent(rate), Words.percent(coverage == null ? 0 : coverage)),
                rows);
    }
}
