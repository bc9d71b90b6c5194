package com.recipechatbot.analytics.sample;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final List<Dish> menu = Dishes.standard().menu();

    @Test
    void the_menu_has_enough_dishes_of_every_course() {
        assertThat(menu).hasSizeGreaterThanOrEqualTo(60);
        assertThat(menu.stream().map(Dish::course).collect(toSet()))
                .containsExactlyInAnyOrder(
                        "main",
                        "dessert",
                        "breakfast",
                        "appetizer_snack",
                        "soup",
                        "salad",
                        "side",
                        "bread",
                        "drink",
                        "sauce_condiment");
    }

    @Test
    void no_dish_is_part_of_another_so_that_a_name_in_a_text_is_one_dish() {
        assertThat(menu)
                .allSatisfy(dish -> assertThat(menu)
                        .filteredOn(other -> other.title().contains(dish.title()))
                        .containsExactly(dish));
    }

    @Test
    void no_sentence_names_a_dish_by_itself() {
        List<String> lines = SampleText.lines("phrases.txt").stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
        assertThat(menu)
                .allSatisfy(dish -> assertThat(lines)
                        .noneMatch(line -> line.contains(dish.title().toLowerCase(Locale.ROOT))));
    }

    @Test
    void only_sentences_that_ask_for_or_present_a_dish_have_a_place_for_it() {
        assertThat(SampleText.lines("phrases.txt"))
                .allSatisfy(line -> assertThat(line.contains("{dish}"))
                        .isEqualTo(line.matches("(ask|long-ask|another|present) .*")));
    }
}
