package com.recipechatbot.analytics.sample;

import java.util.List;

/**
 * A dish that the sample talks about.
 *
 * @param title how it is written
 * @param key the title without accents, capitals, hyphens and plurals: what the ways to write it have in common
 * @param cuisine as the title reveals it, else unknown
 * @param diets as the title claims them, separated by a space, or empty
 * @param variant another way in which some users write it, or empty
 */
record Dish(String title, String key, String course, String cuisine, String diets, String variant) {

    List<String> dietList() {
        return diets.isEmpty() ? List.of() : List.of(diets.split(" "));
    }

    /** How a user writes it: nearly always the title. */
    String spelling(Chance chance) {
        return !variant.isEmpty() && chance.oneIn(4) ? variant : title;
    }
}
