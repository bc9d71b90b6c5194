package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What do people cook most? Dishes with too few users to be named are listed below the top ten, without a rank. */
final class TopRecipesChart implements Chart {

    private static final String OTHER = "(other)";
    private static final Comparator<Dish> BY_PLACE = Comparator.comparingLong((Dish dish) -> dish.conversations)
            .thenComparingLong(dish -> dish.userWeeks)
            .reversed()
            .thenComparing(dish -> dish.name);

    /** A dish over the weeks of a period. */
    private static final class Dish {
        private String name;
        private long conversations;
        private long userWeeks;
        private long mentions;

        void add(TableRow week) {
            name = week.text("recipe_name"); // weeks come in order, so the newest name wins
            conversations += week.count("conversations");
            userWeeks += week.count("users");
            mentions += week.count("mentions");
        }
    }

    @Override
    public String id() {
        return "top_recipes";
    }

    @Override
    public String section() {
        return "What people cook";
    }

    @Override
    public String title() {
        return "Ten most popular dishes";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("place", "Rank", COUNT),
                new Column("recipe_name", "Dish", TEXT),
                new Column("conversations", "Conversations", COUNT),
                new Column("share", "Share", PERCENT),
                new Column("user_weeks", "Users per week, summed", COUNT),
                new Column("mentions", "Mentions", COUNT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("recipe_name", "conversations", "conversations");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        Map<String, Dish> dishes = new HashMap<>();
        tables.rows("weekly_recipes", period)
                .forEach(row -> dishes.computeIfAbsent(row.text("recipe_key"), key -> new Dish())
                        .add(row));
        long all = sum(dishes.values());
        if (all == 0) {
            return Figure.empty(
                    tables.weeks()
                                    .subMap(period.from(), true, period.to(), true)
                                    .isEmpty()
                            ? "None of these weeks is published yet. Run weekly-metrics to publish them."
                            : "No dish was mentioned in these weeks.");
        }
        Dish other = dishes.remove(OTHER);
        List<Dish> ten = dishes.values().stream().sorted(BY_PLACE).limit(10).toList();
        List<List<Object>> rows = new ArrayList<>();
        ten.forEach(dish -> rows.add(row((long) rows.size() + 1, dish, all)));
        if (other != null) {
            rows.add(row(null, other, all));
        }
        return new Figure(reading(ten, other, all), rows);
    }

    private static String reading(List<Dish> ten, Dish other, long all) {
        String folded = other == null
                ? ""
                : "dishes with too few users to be named make up %s of the total"
                        .formatted(Words.percent((double) other.conversations / all));
        if (ten.isEmpty()) {
            return "No dish has enough users to be named: " + folded + ".";
        }
        return "%s is first with %s; %s%s."
                .formatted(
                        ten.get(0).name,
                        Words.count(ten.get(0).conversations, "conversation"),
                        ten.size() == 1
                                ? "no other dish is named"
                                : "these %d make up %s of the total"
                                        .formatted(ten.size(), Words.percent((double) sum(ten) / all)),
                        folded.isEmpty() ? "" : ", and " + folded);
    }

    private static long sum(Collection<Dish> dishes) {
        return dishes.stream().mapToLong(dish -> dish.conversations).sum();
    }

    private static List<Object> row(Long place, Dish dish, long all) {
        return Arrays.asList(
                place, dish.name, dish.conversations, (double) dish.conversations / all, dish.userWeeks, dish.mentions);
    }
}
