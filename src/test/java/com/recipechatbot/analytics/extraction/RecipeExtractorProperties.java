package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.extraction.metadata.MessageMetadata;
import com.recipechatbot.analytics.extraction.metadata.ToolCalls;
import com.recipechatbot.analytics.extraction.metadata.ToolNames;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecipeExtractorProperties {

    private final RecipeExtractor extractor = RecipeExtractor.standard();

    @Property(tries = 500)
    void anyTextIsReadAndNamesHaveKeys(@ForAll Speaker speaker, @ForAll String text) {
        assertThat(extractor.mentions(speaker, text)).allSatisfy(mention -> {
            assertThat(mention.name()).isNotBlank();
            assertThat(mention.key()).isNotBlank();
        });
        assertThat(MessageEvidence.of(speaker, text)).isNotNull();
        assertThat(DishClassifier.standard().classify(text)).isNotNull();
        assertThat(ToolCalls.in(MessageMetadata.of(text), text, new ToolNames(List.of(), name -> true)))
                .isNotNull();
    }

    @Property(tries = 500)
    void keysOfAMessageAreDistinctAndFoldedAlready(@ForAll Speaker speaker, @ForAll("chat") String text) {
        List<RecipeMention> mentions = extractor.mentions(speaker, text);

        assertThat(mentions).extracting(RecipeMention::key).doesNotHaveDuplicates();
        assertThat(mentions)
                .allSatisfy(mention -> assertThat(mention.key())
                        .isEqualTo(Characters.fold(mention.key()))
                        .isEqualTo(RecipeKey.of(mention.name().toUpperCase(java.util.Locale.ROOT))));
    }

    @Property(tries = 500)
    void courseAndCuisineAreThoseOfTheKey(@ForAll("chat") String title, @ForAll String anyTitle) {
        for (String name : List.of(title, anyTitle)) {
            String key = RecipeKey.of(name);
            assertThat(RecipeKey.of(key)).isEqualTo(key);
            assertThat(DishClassifier.standard().classify(key))
                    .isEqualTo(DishClassifier.standard().classify(name));
        }
    }

    @Example
    void courseAndCuisineOfEveryNameThatTheLexiconKnowsAreThoseOfItsKey() {
        assertThat(LexiconFile.read("dishes.txt"))
                .extracting(LexiconFile.Entry::phrase)
                .allSatisfy(dish -> assertThat(DishClassifier.standard().classify(RecipeKey.of(dish)))
                        .isEqualTo(DishClassifier.standard().classify(dish)));
    }

    @Example
    void textThatIsNoSentenceNamesNothing() {
        for (Speaker speaker : Speaker.values()) {
            for (String text : List.of(
                    "**",
                    "# \n## \n---",
                    "| | |\n|---|---|",
                    "🍝🍕🥗",
                    "🍝 !!! 🍝",
                    "\uD83C",
                    "\uDF5D\uD83C",
                    "TOOL_CALL[search]{\"results\":[]}",
                    "{\"status\": 200, \"items\": []}",
                    "<p></p>",
                    "```\n```")) {
                assertThat(extractor.mentions(speaker, text)).as(text).isEmpty();
            }
        }
    }

    @Example
    void otherLanguagesNameNothing() {
        for (String text : List.of(
                "¿Qué puedo cocinar hoy con arroz y huevos?",
                "Was kann ich heute Abend mit Reis kochen?",
                "Combien de temps faut-il cuire les œufs ?",
                "Quanto tempo devono cuocere le uova?",
                "O que posso fazer com batatas e ovos?",
                "今日の夕飯は何にしようかな",
                "오늘 저녁에 뭐 먹지?",
                "Что приготовить сегодня на ужин?",
                "ماذا أطبخ اليوم؟",
                "आज खाने में क्या बनाऊँ?")) {
            assertThat(extractor.mentions(Speaker.USER, text)).as(text).isEmpty();
            assertThat(extractor.mentions(Speaker.ASSISTANT, text)).as(text).isEmpty();
        }
    }

    @Example
    void readingVisitsEachCharacterABoundedNumberOfTimes() {
        for (String piece : List.of(
                "how to make ",
                "soup ",
                "recipe ",
                "a",
                "**",
                "beef, ",
                "# ",
                "\n",
                "1.",
                "a.b/c",
                "<b ",
                "&amp;",
                "'",
                "\uD83C",
                "called Soup ")) {
            CountingText text = new CountingText(piece.repeat(20_000));
            extractor.mentionsIn(Speaker.ASSISTANT, text);
            extractor.mentionsIn(Speaker.USER, text);
            assertThat(text.visits()).as(piece).isLessThan(24L * text.length());
        }
    }

    @Example
    void tenMegabytesAreReadLikeAnyText() {
        String text = "Stir the pot. ".repeat(750_000) + "\nEnjoy your lentil soup!";

        assertThat(extractor.mentions(Speaker.ASSISTANT, text))
                .containsExactly(new RecipeMention("lentil soup", "lentil soup"));
    }

    @Provide
    Arbitrary<String> chat() {
        Arbitrary<String> pieces = Arbitraries.of(
                "how do i make",
                "recipe for",
                "Crème Brûlée",
                "the best",
                "garlic",
                "tomato soups",
                "with",
                "and",
                ",",
                "!",
                "\n",
                "## ",
                "**",
                "you",
                "[EMAIL]",
                "Fish & Chips",
                "enjoy your",
                "Shepherd’s Pie",
                "2 cups",
                "☕");
        return pieces.list().ofMaxSize(12).map(words -> String.join(" ", words));
    }
}
