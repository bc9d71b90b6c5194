package com.recipechatbot.analytics.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which kinds of dishes some conversations were about. */
final class Categories {

    private Categories() {}

    /** @param dimension course, cuisine or diet */
    record Category(String dimension, String name) {}

    /** (conversation, dish) pairs. */
    static long pairs(List<RecipeCells.Cell> recipes) {
        return recipes.stream().mapToLong(RecipeCells.Cell::conversations).sum();
    }

    /** A dish has one course and one cuisine, which may be unknown, and the diets that its title claims. */
    static Map<Category, Long> pairsByCategory(List<RecipeCells.Cell> recipes) {
        Map<Category, Long> pairs =
                new TreeMap<>(Comparator.comparing(Category::dimension).thenComparing(Category::name));
        for (RecipeCells.Cell recipe : recipes) {
            of(recipe.dish()).forEach(category -> pairs.merge(category, recipe.conversations(), Long::sum));
        }
        return pairs;
    }

    private static List<Category> of(Dish dish) {
        List<Category> categories = new ArrayList<>();
        categories.add(new Category("course", dish.course()));
        categories.add(new Category("cuisine", dish.cuisine()));
        dish.dietList().forEach(diet -> categories.add(new Category("diet", diet)));
        return categories;
    }
}
