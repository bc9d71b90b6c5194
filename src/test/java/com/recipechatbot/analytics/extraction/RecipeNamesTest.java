package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The scoreboard over recipe_names.csv, our own cases: several accepted names are parted by a semicolon. */
class RecipeNamesTest {

    private static final List<List<String>> CASES = RuleTable.rows("recipe_names.csv");

    @Test
    void namesTheDishOfAllMessagesButTheKnownHardOnes() {
        List<String> missed = CASES.stream()
                .filter(row -> !row.get(2).isEmpty() && !isNamed(row))
                .map(row -> row.get(1))
                .toList();
        assertThat(missed)
                .containsExactly(
                        "do you have the recipe for that lasagna",
                        "i made your chili last night and it was great",
                        "how spicy is vindaloo",
                        "is tiramisu hard to make",
                        "1. Shakshuka\\n2. Huevos Rancheros\\n3. Eggs Benedict");
    }

    @Test
    void namesNothingInAMessageWithoutADish() {
        List<String> invented = CASES.stream()
                .filter(row -> row.get(2).isEmpty() && !mentions(row).isEmpty())
                .map(row -> row.get(1))
                .toList();
        assertThat(invented).isEmpty();
    }

    @Test
    void theTableHoldsCasesOfBothKinds() {
        assertThat(CASES).hasSize(391);
        assertThat(CASES).filteredOn(row -> row.get(2).isEmpty()).hasSize(188);
        assertThat(CASES).allSatisfy(row -> assertThat(row).hasSize(4).doesNotContainNull());
    }

    private static boolean isNamed(List<String> row) {
        List<RecipeMention> mentions = mentions(row);
        return !mentions.isEmpty()
                && Arrays.stream(row.get(2).split(";"))
                        .map(RecipeKey::of)
                        .anyMatch(key -> key.equals(mentions.get(0).key()));
    }

    private static List<RecipeMention> mentions(List<String> row) {
        Speaker speaker = Speaker.valueOf(row.get(0).toUpperCase(Locale.ROOT));
        return RecipeExtractor.standard().mentions(speaker, row.get(1).replace("\\n", "\n"));
    }
}
