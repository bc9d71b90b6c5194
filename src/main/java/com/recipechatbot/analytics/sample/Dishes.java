package com.recipechatbot.analytics.sample;

import java.util.List;

/** The menu, most popular dish first, with a long tail. */
record Dishes(List<Dish> menu) {

    static Dishes standard() {
        return new Dishes(SampleText.lines("dishes.csv").stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Dish(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                .toList());
    }

    Dish pick(Chance chance) {
        return menu.get(chance.skewed(menu.size()));
    }
}
