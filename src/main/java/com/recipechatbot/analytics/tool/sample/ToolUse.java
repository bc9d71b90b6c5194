package com.recipechatbot.analytics.tool.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call of one of the chatbot's tools, in one of the forms in which its answers report it. */
enum ToolUse {
    WEB_SEARCH("web_search", "ok"),
    COOKWARE_CHECK("cookware_check", "ok"),
    FAILED_WEB_SEARCH("web_search", "error");

    private static final List<ToolUse> BY_FREQUENCY =
            List.of(WEB_SEARCH, WEB_SEARCH, WEB_SEARCH, COOKWARE_CHECK, COOKWARE_CHECK, FAILED_WEB_SEARCH);

    private final String tool;
    private final String status;

    ToolUse(String tool, String status) {
        this.tool = tool;
        this.status = status;
    }

    static ToolUse pick(Chance chance) {
        return chance.pick(BY_FREQUENCY);
    }

    /** What the tool returned: names the dish, which must not count, because nobody said it. */
    Turn result(Dish dish) {
        return Turn.of(
                Role.TOOL,
                "{\"tool\": \"%s\", \"status\": \"%s\", \"title\": \"%s\"}".formatted(tool, status, dish.title()));
    }

    /** Successful checks are reported by name only, the others as calls with a status. */
    Map<String, Object> metadata() {
        if (this == COOKWARE_CHECK) {
            return Map.of("tools", List.of(tool));
        }
        return Map.of("tool_calls", List.of(new TreeMap<>(Map.of("name", tool, "status", status))));
    }
}
