package com.recipechatbot.analytics.sample;

import java.util.ArrayList;
import java.util.List;

/** Kinds of dishes by the day on which the conversation began, for a run with {@code --min-users 1}. */
final class ExpectedDailyCategories implements ExpectedTable {

    private final RecipeCells days = new RecipeCells(day -> day);

    @Override
    public void add(Conversation conversation) {
        days.add(conversation);
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.cells().forEach((day, recipes) -> {
            long all = Categories.pairs(recipes);
            Categories.pairsByCategory(recipes)
                    .forEach((category, pairs) -> rows.add(new Row()
                            .with("day", day)
                            .with("dimension", category.dimension())
                            .with("category", category.name())
                            .with("pairs", pairs)
                            .withRatio("share", pairs, all)));
        });
        return rows;
    }
}
