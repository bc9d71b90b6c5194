package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RecipeKeyTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/extraction/spellings.csv", numLinesToSkip = 1)
    void spellingsOfOneDishShareAKeyAndOtherDishesDoNot(String one, String other, String same) {
        assertThat(RecipeKey.of(one).equals(RecipeKey.of(other))).isEqualTo(same.equals("yes"));
    }

    @Test
    void aKeyIsItsOwnKey() {
        LexiconFile.read("dishes.txt").forEach(dish -> {
            String key = RecipeKey.of(dish.phrase());
            assertThat(RecipeKey.of(key)).isEqualTo(key);
        });
    }

    @Test
    void aWordThatIsKnownIsNoMisspellingOfAnother() {
        assertThat(RecipeKey.of("macaroons")).isNotEqualTo(RecipeKey.of("macarons"));
        assertThat(RecipeKey.of("torrejas")).isNotEqualTo(RecipeKey.of("torrijas"));
    }
}
