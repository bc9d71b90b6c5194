package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The most popular recipes of each week, for a run with {@code --min-users 1}. */
final class ExpectedWeeklyRecipes implements ExpectedTable {

    private static final Comparator<RecipeCells.Cell> MOST_POPULAR_FIRST = Comparator.comparing(
                    RecipeCells.Cell::conversations)
            .thenComparing(RecipeCells.Cell::users)
            .reversed()
            .thenComparing(RecipeCells.Cell::name);

    private final RecipeCells weeks =
            new RecipeCells(day -> ReportingWeek.of(day).monday());

    @Override
    public void add(Conversation conversation) {
        weeks.add(conversation);
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Map<LocalDate, Map<String, Integer>> ranks = new HashMap<>();
        weeks.cells().forEach((monday, recipes) -> {
            Map<String, Integer> now = ranks.computeIfAbsent(monday, none -> new HashMap<>());
            Map<String, Integer> before = ranks.getOrDefault(monday.minusWeeks(1), Map.of());
            for (RecipeCells.Cell recipe :
                    recipes.stream().sorted(MOST_POPULAR_FIRST).toList()) {
                String title = recipe.dish().title();
                int rank = now.size() + 1;
                now.put(title, rank);
                rows.add(recipe.addOutcomesTo(new Row()
                        .with("week_start", monday)
                        .with("recipe_key", recipe.dish().key())
                        .with("recipe_name", recipe.name())
                        .with("conversations", recipe.conversations())
                        .with("users", recipe.users())
                        .with("mentions", recipe.mentions())
                        .with("rank", rank)
                        .with("rank_change", before.containsKey(title) ? before.get(title) - rank : null)));
            }
        });
        return rows;
    }
}
