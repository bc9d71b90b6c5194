package com.recipechatbot.analytics.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.extraction.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallsTest {

    private static final ToolCall SEARCH = new ToolCall("web_search", false);
    private static final ToolCall FAILED_SEARCH = new ToolCall("web_search", true);
    private static final ToolCall CHECK = new ToolCall("cookware_check", false);

    private static List<ToolCall> calls(String metadata, String text) {
        return ToolCalls.in(MessageMetadata.of(metadata), text, new ToolNames(List.of(), name -> true));
    }

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
        assertThat(calls(metadata, "Here you are.")).containsExactly(SEARCH, CHECK);
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
        assertThat(calls(metadata, null)).containsExactly(FAILED_SEARCH);
    }

    @Test
    void readsThePrefixOfTheTextOnlyWhereTheMetadataIsSilent() {
        assertThat(calls("{}", "TOOL_CALL[web_search] braised leeks")).containsExactly(SEARCH);
        assertThat(calls("{\"tool\":\"cookware_check\"}", "TOOL_CALL[web_search]"))
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
        assertThat(calls(metadata, "I called TOOL_CALL[web_search] earlier")).isEmpty();
    }

    @Test
    void nothingAtAllIsNoCall() {
        assertThat(calls(null, null)).isEmpty();
        assertThat(calls(null, "TOOL_CALL[")).isEmpty();
        assertThat(calls(null, "TOOL_CALL[]")).isEmpty();
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
