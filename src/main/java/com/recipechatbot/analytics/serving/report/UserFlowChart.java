package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.FLAG;
import static com.recipechatbot.analytics.serving.report.Column.Format.WEEK;

import java.util.Arrays;
import java.util.List;

/** Who comes, comes back, and stays away? */
final class UserFlowChart implements Chart {

    @Override
    public String id() {
        return "user_flow";
    }

    @Override
    public String section() {
        return "How much it is used";
    }

    @Override
    public String title() {
        return "Users by week";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("week_start", "Week", WEEK),
                new Column("returning_users", "Active the week before too", COUNT),
                new Column("new_users", "New", COUNT),
                new Column("resurrected_users", "Back after a pause", COUNT),
                new Column("lost_users", "Not back from the week before", COUNT),
                new Column("is_complete", "Complete", FLAG));
    }

    @Override
    public Drawing drawing() {
        return Drawing.stack("week_start", "users", "returning_users", "new_users", "resurrected_users", "lost_users");
    }

    /** Weeks that are not complete would look like a loss; in the first week of a lake, nobody is known to be new. */
    @Override
    public Figure figure(PublishedTables tables, Period period) {
        List<TableRow> weeks = tables.weeks().subMap(period.from(), true, period.to(), true).values().stream()
                .filter(week -> week.flag("is_complete") && week.number("new_users") != null)
                .toList();
        if (weeks.isEmpty()) {
            return Figure.empty("No complete week after the first one of the lake is published here.");
        }
        TableRow last = weeks.get(weeks.size() - 1);
        return new Figure(
                "In the week of %s, %s came for the first time, %s came back after a pause, and %s of the week before stayed away."
                        .formatted(
                                Words.date(last.day("week_start")),
                                Words.count(last.count("new_users"), "user"),
                                Words.count(last.count("resurrected_users")),
                                Words.count(last.count("dormant_users"))),
                weeks.stream()
                        .map(week -> Arrays.<Object>asList(
                                week.day("week_start"),
                                week.count("returning_users"),
                                week.count("new_users"),
                                week.count("resurrected_users"),
                                -week.count("dormant_users"),
                                true))
                        .toList());
    }
}
