package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The scoreboard over recipe_names.csv, our own cases: several accepted names are parted by a semicolon; what the rules get wrong is "missed". */
class RecipeNamesTest {

    /** Right: the dish that is expected. Wrong: another one, or one where there is none. */
    private record Score(int right, int wrong) {}

    private static final List<List<String>> CASES = RuleTable.rows("recipe_names.csv");

    @Test
    void namesTheDishOfAllMessagesButThoseThatTheTableCallsMissed() {
        assertThat(CASES)
                .filteredOn(row -> !row.get(2).isEmpty())
                .allSatisfy(row -> assertThat(isExpected(row, name(speaker(row), message(row))))
                        .as(row.get(1))
                        .isEqualTo(!isMissed(row)));
    }

    @Test
    void namesNothingInAMessageWithoutADishButThoseThatTheTableCallsMissed() {
        assertThat(CASES)
                .filteredOn(row -> row.get(2).isEmpty())
                .allSatisfy(row -> assertThat(name(speaker(row), message(row)) != null)
                        .as(row.get(1))
                        .isEqualTo(isMissed(row)));
    }

    @Test
    void thePageOnAccuracyStatesTheScoresOfTheseAndOfTheOriginalsRules() throws IOException {
        long dishes = CASES.stream().filter(row -> !row.get(2).isEmpty()).count();
        Score ours = score(RecipeNamesTest::name);
        Score original = score(OriginalRules::recipeName);

        assertThat(Files.readString(Path.of("src/site/markdown/accuracy.md")))
                .contains(
                        "%d messages written for this project, of which %d name a dish".formatted(CASES.size(), dishes))
                .contains("| this project | %d | %d |".formatted(ours.right(), ours.wrong()))
                .contains("| the original's three patterns | %d | %d |".formatted(original.right(), original.wrong()));
    }

    @Test
    void everyCaseIsWholeAndOnce() {
        assertThat(CASES).allSatisfy(row -> assertThat(row).hasSize(4).doesNotContainNull());
        assertThat(CASES).extracting(row -> row.get(0) + row.get(1)).doesNotHaveDuplicates();
    }

    private static Score score(BiFunction<Speaker, String, String> rules) {
        int right = 0;
        int wrong = 0;
        for (List<String> row : CASES) {
            String name = rules.apply(speaker(row), message(row));
            boolean expected = isExpected(row, name);
            right += expected ? 1 : 0;
            wrong += name != null && !expected ? 1 : 0;
        }
        return new Score(right, wrong);
    }

    private static String name(Speaker speaker, String message) {
        List<RecipeMention> mentions = RecipeExtractor.standard().mentions(speaker, message);
        return mentions.isEmpty() ? null : mentions.get(0).name();
    }

    private static boolean isExpected(List<String> row, String name) {
        return name != null
                && Arrays.stream(row.get(2).split(";"))
                        .map(RecipeKey::of)
                        .anyMatch(key -> key.equals(RecipeKey.of(name)));
    }

    private static boolean isMissed(List<String> row) {
        return row.get(3).startsWith("missed");
    }

    private static Speaker speaker(List<String> row) {
        return Speaker.valueOf(row.get(0).toUpperCase(Locale.ROOT));
    }

    private static String message(List<String> row) {
        return row.get(1).replace("\\n", "\n");
    }
}
