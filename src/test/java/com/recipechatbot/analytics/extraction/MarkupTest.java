package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkupTest {

    static List<List<String>> cases() {
        return RuleTable.rows("markup.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void linksHtmlAndEntitiesAreReadAsTheirText(List<String> row) {
        Speaker speaker = Speaker.valueOf(row.get(0).toUpperCase(Locale.ROOT));

        List<RecipeMention> mentions = RecipeExtractor.standard().mentions(speaker, row.get(1));

        assertThat(mentions)
                .as(row.get(1))
                .extracting(RecipeMention::name)
                .isEqualTo(row.get(2).isEmpty() ? List.of() : List.of(row.get(2)));
    }

    @Test
    void aLinkIsNoneOfTheWordsThatAUserRepeats() {
        String link = " https://kitchen.example/recipes/40718/fish-tacos";

        assertThat(MessageEvidence.of(Speaker.USER, "will that serve eight hungry guests" + link))
                .isEqualTo(MessageEvidence.of(Speaker.USER, "will that serve eight hungry guests"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.com", "<", "<b", "&", "&#", "&amp;", "://", "https://a", "<b>", "https://x.example/fish-pie "
            })
    void manyOfThemAreReadInTimeThatGrowsWithTheText(String piece) {
        MessageText text = MessageText.of(piece.repeat(100_000));

        assertThat(new PlainText().of(text).length()).isLessThanOrEqualTo(text.length());
    }

    @Test
    void aTextWithoutThemStaysAsItIs() {
        MessageText text = MessageText.of("Stir 1.5 cups of e.g. oat milk & salt.Serve at 7 p.m. / 19:00 <3");

        assertThat(new PlainText().of(text)).isSameAs(text);
    }
}
