package com.recipechatbot.analytics.tool.sample;

/**
 * A dish that the sample talks about.
 *
 * @param title how it is written; the name that the counts are expected under
 * @param cuisine as the title tells it, else unknown
 * @param diets as the title claims them, separated by a space, or empty
 * @param variant another way in which some users write it, or empty
 */
record Dish(String title, String course, String cuisine, String diets, String variant) {

    /** How a user writes it: nearly always the title. */
    String spelling(Chance chance) {
        return !variant.isEmpty() && chance.oneIn(4) ? variant : title;
    }
}
