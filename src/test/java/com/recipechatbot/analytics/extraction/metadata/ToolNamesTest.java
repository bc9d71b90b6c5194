package com.recipechatbot.analytics.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNamesTest {

    private static final ToolNames NAMES =
            new ToolNames(List.of("Unit Converter", "rezept-prüfer"), name -> !name.contains("secret"));

    @ParameterizedTest
    @CsvSource({
        "web_search, web_search",
        "Google Search, web_search",
        "unitConverter, unit_converter",
        "UNIT CONVERTER, unit_converter",
        "Rezept Prüfer, rezept_prüfer"
    })
    void aListedNameIsReadInAnySpelling(String name, String tool) {
        assertThat(NAMES.of(name)).isEqualTo(tool);
    }

    @ParameterizedTest
    @CsvSource({
        "recipeLookup, recipe_lookup",
        "functions.get_recipe, functions_get_recipe",
        "mcp__kitchen__timer, mcp_kitchen_timer",
        "search-v2, search_v2",
        "top10, top10"
    })
    void anUnlistedIdentifierIsKept(String name, String tool) {
        assertThat(NAMES.of(name)).isEqualTo(tool);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Mueller hat Diabetes",
                "Max Mustermann born 1985-03-02 passport C01X00T47",
                "C01X00T47",
                "4111111111111111",
                "born1985",
                "AKIAIOSFODNN7EXAMPLEAKIAIOSFODNN7EXAMPLE1",
                "Müller",
                "安娜",
                "anna@example.org",
                "a_secret_tool",
                "aSecretTool: secret",
                "secretTool"
            })
    void anyOtherTextIsNoName(String name) {
        assertThat(NAMES.of(name)).isEqualTo(ToolNames.OTHER);
    }

    /** A name must be clean both as it stands and as the words that it is made of. */
    @Test
    void theWordsOfANameMustBeCleanToo() {
        ToolNames names = new ToolNames(List.of(), text -> !text.contains("call anna"));

        assertThat(names.of("callAnna")).isEqualTo(ToolNames.OTHER);
        assertThat(names.of("callBen")).isEqualTo("call_ben");
    }

    @Test
    void aTextWithoutLettersAndDigitsNamesNothing() {
        assertThat(NAMES.of("---")).isEmpty();
        assertThat(NAMES.of("")).isEmpty();
    }

    @Test
    void theListHasTheProjectsToolsAndTheGivenOnes() {
        assertThat(ToolNames.listed(List.of("Unit Converter", "google")))
                .containsExactly("cookware_check", "unit_converter", "web_search");
    }
}
