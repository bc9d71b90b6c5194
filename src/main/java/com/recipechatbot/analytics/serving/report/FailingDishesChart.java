package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which dishes did people ask for and not get? */
final class FailingDishesChart implements Chart {

    private static final int MOST = 10;

    @Override
    public String id() {
        return "failing_dishes";
    }

    @Override
    public String section() {
        return "What people cook";
    }

    @Override
    public String title() {
        return "Dishes that fail";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("recipe_name", "Dish", TEXT),
                new Column("failures", "Not completed + with a problem", COUNT),
                new Column("not_completed", "Not completed", COUNT),
                new Column("problems", "With a problem", COUNT),
                new Column("completed", "Completed", COUNT),
                new Column("conversations", "Conversations", COUNT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("recipe_name", "failures", "conversations not completed, and with a problem");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        Optional<LocalDate> week = tables.lastCompleteWeek(period);
        if (week.isEmpty()) {
            return Figure.empty("No week is complete yet.");
        }
        List<TableRow> told = tables.week("weekly_recipes", week.get())
                .filter(row -> row.number("completed") != null)
                .toList();
        if (told.isEmpty()) {
            return Figure.empty("No dish of the week of %s has enough users on every side to show its outcomes."
                    .formatted(Words.date(week.get())));
        }
        List<List<Object>> rows = told.stream()
                .filter(row -> failures(row) > 0)
                .sorted(Comparator.comparing((TableRow row) -> -failures(row))
                        .thenComparing(row -> row.count("conversations"))
                        .thenComparing(row -> row.text("recipe_name")))
                .limit(MOST)
                .map(row -> List.<Object>of(
                        row.text("recipe_name"),
                        failures(row),
                        row.count("not_completed"),
                        row.count("problems"),
                        row.count("completed"),
                        row.count("conversations")))
                .toList();
        String all = "of the %s whose outcomes can be shown in the week of %s"
                .formatted(told.size() == 1 ? "one dish" : told.size() + " dishes", Words.date(week.get()));
        if (rows.isEmpty()) {
            return Figure.empty("None %s failed.".formatted(all));
        }
        List<Object> first = rows.get(0);
        return new Figure(
                "%s failed most often, %s: of its %s, %s not completed and %s a problem."
                        .formatted(
                                first.get(0),
                                all,
                                Words.count((long) first.get(5), "conversation"),
                                (long) first.get(2) == 1 ? "1 was" : first.get(2) + " were",
                                first.get(3) + " had"),
                rows);
    }

    private static long failures(TableRow row) {
        return row.count("not_completed") + row.count("problems");
    }
}
