package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallsTest {

    private static final ToolCall SEARCH = new ToolCall("web_search", false);
    private static final ToolCall FAILED_SEARCH = new ToolCall("web_search", true);
    private static final ToolCall CHECK = new ToolCall("cookware_check", false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tools\":[\"web_search\",\"cookware_check\"]}",
                "{\"tools\":{\"web_search\":1,\"check_cookware\":true,\"timer\":0}}",
                "{\"tools\":\"[\\\"web_search\\\",\\\"cookware_check\\\"]\"}",
                "{\"tool_calls\":[{\"name\":\"webSearch\"},{\"function\":{\"name\":\"cookware check\"}}]}",
                "{\"tool_calls\":[{\"tool\":\"tavily\",\"status\":\"ok\"},{\"tool_name\":\"cookware\"}]}",
                "{\"tool_calls\":\"{\\\"web_search\\\":{\\\"ms\\\":20},\\\"cookware_check\\\":[{}]}\"}"
            })
    void readsEveryShapeOfTheMetadata(String metadata) {
        assertThat(ToolCalls.of(metadata, "Here you are.", UnaryOperator.identity()))
                .containsExactly(SEARCH, CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tool\":{\"name\":\"web_search\",\"status\":\"ERROR\"}}",
                "{\"tool_calls\":[{\"name\":\"web_search\",\"error\":\"timed out\"}]}",
                "{\"tool_calls\":[{\"name\":\"web_search\",\"success\":false}]}",
                "{\"tools\":{\"web_search\":{\"ok\":false}}}"
            })
    void seesThatACallFailed(String metadata) {
        assertThat(ToolCalls.of(metadata, null, UnaryOperator.identity())).containsExactly(FAILED_SEARCH);
    }

    @Test
    void readsThePrefixOfTheTextOnlyWhereTheMetadataIsSilent() {
        assertThat(ToolCalls.of("{}", "TOOL_CALL[web_search] braised leeks", UnaryOperator.identity()))
                .containsExactly(SEARCH);
        assertThat(ToolCalls.of("{\"tool\":\"cookware_check\"}", "TOOL_CALL[web_search]", UnaryOperator.identity()))
                .containsExactly(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"tools\":[]}",
                "{\"tools\":null}",
                "{\"tools\":{\"web_search\":false}}",
                "{\"tools\":[",
                "not json",
                "{\"tool\":\"---\"}",
                "{\"lang\":\"en\"}"
            })
    void noSignIsNoCall(String metadata) {
        assertThat(ToolCalls.of(metadata, "I called TOOL_CALL[web_search] earlier", UnaryOperator.identity()))
                .isEmpty();
    }

    @Test
    void nothingAtAllIsNoCall() {
        assertThat(ToolCalls.of(null, null, UnaryOperator.identity())).isEmpty();
        assertThat(ToolCalls.of(null, "TOOL_CALL[", UnaryOperator.identity())).isEmpty();
        assertThat(ToolCalls.of(null, "TOOL_CALL[]", UnaryOperator.identity())).isEmpty();
    }

    @Test
    void onlyKnownToolsServeAFeature() {
        assertThat(Feature.ofTool(SEARCH.tool())).contains(Feature.WEB_SEARCH);
        assertThat(Feature.ofTool(CHECK.tool())).contains(Feature.COOKWARE);
        assertThat(Feature.ofTool("timer")).isEmpty();
    }

    @Test
    void bitsOfFeaturesAreFixedBecauseRowsKeepThem() {
        assertThat(Feature.values()).extracting(Feature::bit).containsExactly(1, 2, 4, 8, 16, 32, 64);
    }
}
