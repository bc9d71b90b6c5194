package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TERM;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What do people use the chatbot for? */
final class FeaturesChart implements Chart {

    @Override
    public String id() {
        return "features";
    }

    @Override
    public String section() {
        return "What people cook";
    }

    @Override
    public String title() {
        return "What people use it for";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("feature", "Feature", TERM),
                new Column("adoption", "Of active users", PERCENT),
                new Column("users", "Users", COUNT),
                new Column("active_users", "Active users", COUNT),
                new Column("repeat_users", "Again within 28 days", COUNT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("feature", "adoption", "share of active users");
    }

    /** Of one week: users of several weeks cannot be added up. */
    @Override
    public Figure figure(PublishedTables tables, Period period) {
        Optional<LocalDate> week = tables.lastCompleteWeek(period);
        List<TableRow> features = tables.rows("weekly_features", period)
                .filter(row -> week.filter(row.day("week_start")::equals).isPresent() && row.number("adoption") != null)
                .sorted(Comparator.comparing((TableRow row) -> row.number("adoption"))
                        .reversed()
                        .thenComparing(row -> row.text("feature")))
                .toList();
        if (features.isEmpty()) {
            return Figure.empty("No complete week in this period says which features were used.");
        }
        TableRow first = features.get(0);
        return new Figure(
                "In the week of %s, %s of the active users used %s."
                        .formatted(
                                Words.date(first.day("week_start")),
                                Words.percent(first.number("adoption")),
                                Words.term(first.text("feature"))),
                features.stream()
                        .map(row -> Arrays.<Object>asList(
                                row.text("feature"),
                                row.number("adoption"),
                                row.count("users"),
                                row.count("active_users"),
                                row.number("repeat_users") == null ? null : row.count("repeat_users")))
                        .toList());
    }
}
