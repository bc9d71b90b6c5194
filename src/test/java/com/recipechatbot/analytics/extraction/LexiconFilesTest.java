package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconFilesTest {

    private static final Set<String> COURSES = Set.of(
            "main",
            "dessert",
            "breakfast",
            "appetizer_snack",
            "soup",
            "salad",
            "side",
            "bread",
            "drink",
            "sauce_condiment",
            "-");
    private static final Set<String> CUISINES = Set.of(
            "italian",
            "mexican",
            "french",
            "indian",
            "german",
            "eastern_european",
            "spanish",
            "chinese",
            "southern_us",
            "british",
            "greek",
            "latin_american",
            "middle_eastern",
            "african",
            "japanese",
            "thai",
            "filipino",
            "vietnamese",
            "korean",
            "caribbean",
            "-");

    @Test
    void dishesStandUnderACourseAndACuisineOfTheTaxonomy() {
        assertThat(LexiconFile.read("dishes.txt"))
                .extracting(LexiconFile.Entry::group)
                .allSatisfy(group -> {
                    assertThat(group.split(" ")).hasSize(2);
                    assertThat(COURSES).contains(group.split(" ")[0]);
                    assertThat(CUISINES).contains(group.split(" ")[1]);
                });
    }

    @Test
    void foodsStandUnderACourseAndPlacesAndIngredientsUnderACuisine() {
        assertThat(LexiconFile.read("foods.txt"))
                .extracting(LexiconFile.Entry::group)
                .isSubsetOf(COURSES);
        assertThat(LexiconFile.read("cuisines.txt"))
                .extracting(LexiconFile.Entry::group)
                .isSubsetOf(CUISINES);
        assertThat(LexiconFile.read("kitchen_ingredients.txt"))
                .extracting(LexiconFile.Entry::group)
                .isSubsetOf(CUISINES);
    }

    @Test
    void faintDishesAreDishes() {
        assertThat(LexiconFile.read("faint_dishes.txt"))
                .extracting(LexiconFile.Entry::group)
                .containsOnly("kinds", "ingredients", "others");
        assertThat(LexiconFile.phrases("dishes.txt")).containsAll(LexiconFile.phrases("faint_dishes.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dishes.txt",
                "faint_dishes.txt",
                "foods.txt",
                "cuisines.txt",
                "kitchen_ingredients.txt",
                "diets.txt",
                "models.txt",
                "tools.txt",
                "words.txt",
                "word_sets.txt",
                "spellings.txt",
                "cue_words.txt"
            })
    void everyBlockIsSorted(String name) {
        List<String> block = new ArrayList<>();
        for (String line : LexiconFile.lines(name)) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                block.clear();
            }
            for (String phrase : line.substring(colon + 1).split(",")) {
                if (!phrase.isBlank()) {
                    block.add(phrase.strip());
                }
            }
            assertThat(block).as(name).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aLexiconThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> LexiconFile.read("herbs.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot read the lexicon herbs.txt: it is not on the class path. Build the jar again.");
    }
}
