package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.FLAG;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.WEEK;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Do new users come back? */
final class RetentionChart implements Chart {

    @Override
    public String id() {
        return "retention";
    }

    @Override
    public String section() {
        return "Do they come back";
    }

    @Override
    public String title() {
        return "Retention by first week";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("cohort_week", "First week", WEEK),
                new Column("weeks_since", "Weeks later", COUNT),
                new Column("share", "Came back", PERCENT),
                new Column("users", "Users", COUNT),
                new Column("cohort_users", "Of", COUNT),
                new Column("is_left_censored", "Lake's first week", FLAG));
    }

    @Override
    public Drawing drawing() {
        return Drawing.grid("cohort_week", "weeks_since", "share", "came back");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        // After 0 weeks, it is everybody; until the week is complete, it is null. A cohort of a few users says
        // something about them.
        List<TableRow> known = tables.rows("weekly_retention", period)
                .filter(row -> row.count("weeks_since") > 0
                        && row.number("share") != null
                        && row.count("cohort_users") >= tables.minUsers())
                .sorted(Comparator.comparing((TableRow row) -> row.day("cohort_week"))
                        .thenComparing(row -> row.count("weeks_since")))
                .toList();
        if (known.isEmpty()) {
            return Figure.empty("No complete week has followed the first week of a cohort of %s yet."
                    .formatted(Words.count(tables.minUsers(), "user")));
        }
        return new Figure(
                reading(known),
                known.stream()
                        .map(row -> Arrays.<Object>asList(
                                row.day("cohort_week"),
                                row.count("weeks_since"),
                                row.number("share"),
                                row.count("users"),
                                row.count("cohort_users"),
                                row.flag("is_left_censored")))
                        .toList());
    }

    private static String reading(List<TableRow> known) {
        Double one = share(known, 1);
        Double four = share(known, 4);
        String first = one == null
                ? "No cohort of new users is a week old yet"
                : "Of the users who first came in these weeks, %s were active one week later"
                        .formatted(Words.percent(one));
        return first
                + (four == null ? "" : " and %s four weeks later".formatted(Words.percent(four)))
                + (known.stream().anyMatch(row -> row.flag("is_left_censored"))
                        ? "; the lake's first week (marked *) is not included, because its users may have been active before."
                        : ".");
    }

    private static Double share(List<TableRow> known, int weeksSince) {
        return SevenDays.ratio(
                known.stream()
                        .filter(row -> row.count("weeks_since") == weeksSince && !row.flag("is_left_censored"))
                        .toList(),
                row -> row.count("users"),
                row -> row.count("cohort_users"));
    }
}
