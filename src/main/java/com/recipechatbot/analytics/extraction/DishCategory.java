package com.recipechatbot.analytics.extraction;

import java.util.Set;

/**
 * What a dish's title reveals about it.
 *
 * @param course one of ten, null when the title does not reveal it
 * @param cuisine one of twenty, null when the title does not reveal it
 * @param diets only those that the title claims in words: "vegan", "gluten_free"
 */
public record DishCategory(String course, String cuisine, Set<String> diets) {

    public DishCategory {
        diets = Set.copyOf(diets);
    }
}
