package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which dishes rise and fall? */
final class MoversChart implements Chart {

    @Override
    public String id() {
        return "movers";
    }

    @Override
    public String section() {
        return "What people cook";
    }

    @Override
    public String title() {
        return "Rising and falling dishes";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("recipe_name", "Dish", TEXT),
                new Column("change", "Change in conversations", COUNT),
                new Column("conversations", "Conversations", COUNT),
                new Column("before", "The week before", COUNT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("recipe_name", "change", "conversations more or fewer");
    }

    private static final int MOST = 5;

    /** A dish that is named in one of the weeks only may have been in (other) in the other one, so it is not compared. */
    @Override
    public Figure figure(PublishedTables tables, Period period) {
        Optional<LocalDate> last = tables.lastCompleteWeek(period);
        LocalDate week = last.orElse(period.from());
        TableRow weekBefore = tables.weeks().get(week.minusWeeks(1));
        if (last.isEmpty() || weekBefore == null || !weekBefore.flag("is_complete")) {
            return Figure.empty("There are no two complete weeks in a row to compare.");
        }
        Map<String, Long> before = new HashMap<>();
        tables.week("weekly_recipes", week.minusWeeks(1))
                .forEach(row -> before.put(row.text("recipe_key"), row.count("conversations")));
        List<List<Object>> changes = tables.week("weekly_recipes", week)
                .filter(row -> !row.text("recipe_key").equals("(other)") && before.containsKey(row.text("recipe_key")))
                .map(row -> List.<Object>of(
                        row.text("recipe_name"),
                        row.count("conversations") - before.get(row.text("recipe_key")),
                        row.count("conversations"),
                        before.get(row.text("recipe_key"))))
                .filter(row -> (long) row.get(1) != 0)
                .sorted(Comparator.comparing((List<Object> row) -> -(long) row.get(1))
                        .thenComparing(row -> (String) row.get(0)))
                .toList();
        List<List<Object>> rising = changes.stream()
                .filter(row -> (long) row.get(1) > 0)
                .limit(MOST)
                .toList();
        List<List<Object>> falling =
                changes.stream().filter(row -> (long) row.get(1) < 0).toList();
        falling = falling.subList(Math.max(0, falling.size() - MOST), falling.size());
        List<List<Object>> rows =
                Stream.concat(rising.stream(), falling.stream()).toList();
        if (rows.isEmpty()) {
            return Figure.empty("No dish is named in both of the last two complete weeks with different numbers.");
        }
        String most = rising.isEmpty()
                ? "No dish rose"
                : "%s rose most".formatted(rising.get(0).get(0));
        String least = falling.isEmpty()
                ? "none fell"
                : "%s fell most".formatted(falling.get(falling.size() - 1).get(0));
        return new Figure(
                "%s and %s in the week of %s, compared with the week before.%s"
                        .formatted(
                                most,
                                least,
                                Words.date(week),
                                tables.haveRulesChanged(week)
                                        ? " Extraction rules changed in these weeks: the numbers compare only roughly."
                                        : ""),
                rows);
    }
}
