package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TERM;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which kinds of food do people cook? */
enum CategoryChart implements Chart {
    COURSE("course", "Courses"),
    CUISINE("cuisine", "Cuisines"),
    DIET("diet", "Diets");

    /** Not real categories: they come last. */
    private static final Set<String> REST = Set.of("unknown", "(other)");

    private final String dimension;
    private final String title;

    CategoryChart(String dimension, String title) {
        this.dimension = dimension;
        this.title = title;
    }

    @Override
    public String id() {
        return dimension;
    }

    @Override
    public String section() {
        return "What people cook";
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("category", title.substring(0, title.length() - 1), TERM),
                new Column("pairs", "Dishes in conversations", COUNT),
                new Column("share", "Share", PERCENT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("category", "share", "share of the dishes in conversations");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        Map<String, Long> pairs = tables.rows("daily_categories", period)
                .filter(row -> row.text("dimension").equals(dimension))
                .collect(groupingBy(row -> row.text("category"), summingLong(row -> row.count("pairs"))));
        long all = tables.days(period).values().stream()
                .mapToLong(row -> row.count("recipe_pairs"))
                .sum();
        if (pairs.isEmpty() || all == 0) {
            return Figure.empty("No dish in these weeks has a known %s.".formatted(dimension));
        }
        List<Map.Entry<String, Long>> sorted = pairs.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> REST.contains(entry.getKey()))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<List<Object>> rows = sorted.stream()
                .map(entry -> List.<Object>of(entry.getKey(), entry.getValue(), (double) entry.getValue() / all))
                .toList();
        return new Figure(reading(pairs, sorted.get(0).getKey(), all), rows);
    }

    private String reading(Map<String, Long> pairs, String first, long all) {
        List<String> rest = new ArrayList<>();
        if (this == DIET) {
            rest.add("a dish may have several diets or none");
        }
        if (pairs.containsKey("unknown")) {
            rest.add("the names of %s do not reveal the %s".formatted(share(pairs, "unknown", all), dimension));
        }
        if (pairs.containsKey("(other)")) {
            rest.add(
                    "%s are in kinds that too few users asked for to be shown".formatted(share(pairs, "(other)", all)));
        }
        String named = REST.contains(first)
                ? "No %s can be shown".formatted(dimension)
                : "Most frequent: %s, %s of the dishes".formatted(Words.term(first), share(pairs, first, all));
        return (rest.isEmpty() ? named : named + "; " + String.join(", and ", rest)) + ".";
    }

    private static String share(Map<String, Long> pairs, String category, long all) {
        return Words.percent((double) pairs.getOrDefault(category, 0L) / all);
    }
}
