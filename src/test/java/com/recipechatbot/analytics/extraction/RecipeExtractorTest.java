package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeExtractorTest {

    private final RecipeExtractor extractor = RecipeExtractor.standard();

    @Test
    void keepsTheSurfaceFormAndFoldsTheKey() {
        assertThat(extractor.mentions(Speaker.ASSISTANT, "Here is the recipe for the best Crêpes Suzette!"))
                .containsExactly(new RecipeMention("Crêpes Suzette", "crepe suzette"));
    }

    @Test
    void aMessageWithoutADishHasNoMentions() {
        assertThat(extractor.mentions(Speaker.USER, "what should I cook tonight?"))
                .isEmpty();
        assertThat(extractor.mentions(Speaker.USER, null)).isEmpty();
        assertThat(extractor.mentions(Speaker.ASSISTANT, "")).isEmpty();
    }

    @Test
    void aDishThatIsNamedTwiceIsOneMention() {
        assertThat(extractor.mentions(
                        Speaker.ASSISTANT,
                        "## Fish Chowder\nToday we are making fish chowder. Enjoy your Fish Chowders!"))
                .containsExactly(new RecipeMention("Fish Chowder", "fish chowder"));
    }

    @Test
    void placeholdersAreNeverPartOfAName() {
        assertThat(extractor.mentions(Speaker.USER, "send the recipe for [EMAIL]"))
                .isEmpty();
        assertThat(extractor.mentions(Speaker.USER, "recipe for lentil soup [PHONE] please"))
                .extracting(RecipeMention::name)
                .containsExactly("lentil soup");
    }

    @Test
    void aCustomersTitlesAreKnownWhereverTheyStand() {
        RecipeExtractor customers = extractor.withTitles(List.of("Midnight Express", "Tante Erna's No. 5"));
        String message = "We loved the midnight express last week, and Tante Erna’s no 5 too.";
        assertThat(customers.mentions(Speaker.USER, message))
                .extracting(RecipeMention::key)
                .containsExactly("midnight express", "tante erna no 5");
        assertThat(extractor.mentions(Speaker.USER, message)).isEmpty();
    }
}
