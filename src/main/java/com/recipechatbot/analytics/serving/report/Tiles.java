package com.recipechatbot.analytics.serving.report;

import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/**
 * The tiles of a period: those of its week, or of the last complete week in it, each compared with the previous week.
 * Changes are shown only between complete weeks.
 *
 * @param heading which week this is
 */
record Tiles(String heading, List<Tile> tiles) {

    static Tiles of(PublishedTables tables, Period period) {
        TableRow week = week(tables, period);
        List<Tile> tiles = new ArrayList<>();
        lastCompleteDay(tables, tiles);
        if (week == null) {
            return new Tiles("None of these weeks is published yet. Run weekly-metrics to publish them.", tiles);
        }
        LocalDate monday = week.day("week_start");
        TableRow before = tables.weeks().get(monday.minusDays(7));
        Comparison compared = Comparison.of(week, before);
        tiles.add(compared.relative(
                "Weekly active users", row -> row.number("active_users"), Words::count, newUsers(week)));
        tiles.add(compared.relative("Conversations", row -> row.number("conversations"), Words::count, ""));
        tiles.add(compared.absolute(
                "Conversation length",
                row -> row.number("avg_conversation_length"),
                Words::decimal,
                "",
                "messages on average"));
        tiles.add(compared.absolute(
                "Dishes that get made",
                row -> percent(row.number("completion_rate")),
                value -> Words.percent(value / 100),
                " points",
                coverage(
                                tables,
                                monday,
                                Outcomes::weightedCompletionCoverage,
                                Outcomes::conversationsWithCompletionCoverage)
                        + (tables.haveRulesChanged(monday) ? "; extraction rules changed" : "")));
        tiles.add(compared.absolute(
                "Satisfaction index",
                row -> satisfaction(tables, row.day("week_start")),
                Words::decimal,
                " points",
                coverage(tables, monday, Outcomes::rated, Outcomes::conversations)));
        String heading = "%s: %s%s"
                .formatted(
                        new ReportingWeek(monday),
                        Words.range(monday, monday.plusDays(6)),
                        compared.isPossible() ? ", compared with the week before" : "; " + compared.obstacle());
        return new Tiles(heading, tiles);
    }

    private static TableRow week(PublishedTables tables, Period period) {
        Map<LocalDate, TableRow> weeks = tables.weeks().subMap(period.from(), true, period.to(), true);
        TableRow chosen = null;
        for (TableRow week : weeks.values()) {
            if (chosen == null || week.flag("is_complete") || !chosen.flag("is_complete")) {
                chosen = week;
            }
        }
        return chosen;
    }

    private static void lastCompleteDay(PublishedTables tables, List<Tile> tiles) {
        for (TableRow row : tables.days().descendingMap().values()) {
            if (row.flag("is_complete")) {
                LocalDate day = row.day("day");
                long users = row.count("active_users");
                String note = Words.count(users, "active user");
                TableRow weekBefore = tables.days().get(day.minusDays(7));
                if (weekBefore == null || !weekBefore.isWholeDay()) {
                    tiles.add(Tile.of("Last complete day", Words.date(day), note));
                    return;
                }
                long difference = users - weekBefore.count("active_users");
                tiles.add(Tile.of(
                                "Last complete day",
                                Words.date(day),
                                note + "; compared with " + Words.day(day.minusDays(7)))
                        .changedBy((double) difference, Words.count(Math.abs(difference), "user")));
                return;
            }
        }
        tiles.add(Tile.of("Last complete day", Tile.UNKNOWN, "every published day is still open"));
    }

    private static String newUsers(TableRow week) {
        return week.number("new_users") == null ? "" : Words.count(week.count("new_users")) + " new";
    }

    private static String coverage(
            PublishedTables tables,
            LocalDate monday,
            ToDoubleFunction<TableRow> part,
            ToDoubleFunction<TableRow> whole) {
        Double share = SevenDays.ratio(days(tables, monday), part, whole);
        return share == null ? "" : Words.percent(share) + " of conversations have one";
    }

    private static Double satisfaction(PublishedTables tables, LocalDate monday) {
        return SevenDays.ratio(days(tables, monday), Outcomes::satisfaction, Outcomes::rated);
    }

    private static Collection<TableRow> days(PublishedTables tables, LocalDate monday) {
        return tables.days().subMap(monday, true, monday.plusDays(6), true).values();
    }

    private static Double percent(Double share) {
        return share == null ? null : share * 100;
    }

    /** A week and, if both are complete, the previous one. */
    private record Comparison(TableRow week, TableRow before, String obstacle) {

        static Comparison of(TableRow week, TableRow before) {
            if (before == null) {
                return new Comparison(week, null, "the week before is not published");
            }
            if (!week.flag("is_complete")) {
                return new Comparison(week, null, "not complete yet, so not compared");
            }
            return before.flag("is_complete")
                    ? new Comparison(week, before, "")
                    : new Comparison(week, null, "the week before is not complete");
        }

        boolean isPossible() {
            return before != null;
        }

        Tile relative(String label, Function<TableRow, Double> value, LongFunction<String> write, String note) {
            Double now = value.apply(week);
            Tile tile = Tile.of(label, now == null ? Tile.UNKNOWN : write.apply(Math.round(now)), note);
            Double then = before == null ? null : value.apply(before);
            if (now == null || then == null || then == 0) {
                return tile;
            }
            double percent = (now - then) / then * 100;
            return tile.changedBy(percent, String.format(Locale.ROOT, "%.0f %%", Math.abs(percent)));
        }

        Tile absolute(
                String label,
                Function<TableRow, Double> value,
                DoubleFunction<String> write,
                String unit,
                String note) {
            Double now = value.apply(week);
            Tile tile = Tile.of(label, now == null ? Tile.UNKNOWN : write.apply(now), note);
            Double then = before == null ? null : value.apply(before);
            if (now == null || then == null) {
                return tile;
            }
            return tile.changedBy(now - then, Words.decimal(Math.abs(now - then)) + unit);
        }
    }
}
