package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.sample.Categories.Category;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people cook more of than usual: against the mean of the 52 weeks to this one, and against a year ago. */
final class ExpectedWeeklySeasonality implements ExpectedTable {

    private static final int FEWEST_PAIRS = 30;
    private static final int WEEKS = 52;

    private final RecipeCells weeks =
            new RecipeCells(day -> ReportingWeek.of(day).monday());

    /** @param all pairs of the week */
    private record Week(LocalDate monday, Map<Category, Long> pairs, long all) {

        double share(Category category) {
            return (double) pairs.getOrDefault(category, 0L) / all;
        }

        boolean tells(Category category) {
            return pairs.getOrDefault(category, 0L) >= FEWEST_PAIRS;
        }
    }

    @Override
    public void add(Conversation conversation) {
        weeks.add(conversation);
    }

    @Override
    public List<Row> rows() {
        Map<LocalDate, Week> byMonday = new TreeMap<>();
        weeks.cells().forEach((monday, recipes) -> {
            if (!recipes.isEmpty()) {
                byMonday.put(monday, new Week(monday, pairs(recipes), Categories.pairs(recipes)));
            }
        });
        List<Row> rows = new ArrayList<>();
        for (Week week : byMonday.values()) {
            for (Category category : week.pairs().keySet()) {
                rows.add(new Row()
                        .with("week_start", week.monday())
                        .with("dimension", category.dimension())
                        .with("category", category.name())
                        .with("share", week.share(category))
                        .with("seasonal_index", index(week, category, byMonday))
                        .with("year_over_year", yearOverYear(week, category, byMonday)));
            }
        }
        return rows;
    }

    /** A recipe is a category of its own, too. */
    private static Map<Category, Long> pairs(List<RecipeCells.Cell> recipes) {
        Map<Category, Long> pairs = Categories.pairsByCategory(recipes);
        recipes.forEach(recipe -> pairs.put(new Category("recipe", recipe.dish().key()), recipe.conversations()));
        return pairs;
    }

    private static Double index(Week week, Category category, Map<LocalDate, Week> byMonday) {
        double mean = byMonday.values().stream()
                .filter(other -> !other.monday().isAfter(week.monday())
                        && other.monday().isAfter(week.monday().minusWeeks(WEEKS)))
                .mapToDouble(other -> other.share(category))
                .average()
                .orElseThrow();
        return week.tells(category) ? (Double) (week.share(category) / mean) : null;
    }

    private static Double yearOverYear(Week week, Category category, Map<LocalDate, Week> byMonday) {
        Week before = byMonday.get(week.monday().minusWeeks(WEEKS));
        return before != null && before.tells(category) && week.tells(category)
                ? (Double) (week.share(category) / before.share(category))
                : null;
    }
}
