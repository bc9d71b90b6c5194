package com.recipechatbot.analytics.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Recipes by the day on which the conversation began, for a run with {@code --min-users 1}. */
final class ExpectedDailyRecipes implements ExpectedTable {

    private final RecipeCells days = new RecipeCells(day -> day);

    @Override
    public void add(Conversation conversation) {
        days.add(conversation);
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.cells()
                .forEach((day, recipes) -> recipes.stream()
                        .sorted(Comparator.comparing(RecipeCells.Cell::name))
                        .forEach(recipe -> rows.add(recipe.addOutcomesTo(new Row()
                                .with("day", day)
                                .with("recipe_key", recipe.dish().key())
                                .with("recipe_name", recipe.name())
                                .with("conversations", recipe.conversations())
                                .with("users", recipe.users())
                                .with("mentions", recipe.mentions())
                                .with("requested", recipe.requested())
                                .with("suggested", recipe.suggested())
                                .with("course", recipe.dish().course())
                                .with("cuisine", recipe.dish().cuisine())))));
        return rows;
    }
}
