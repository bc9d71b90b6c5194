package com.recipechatbot.analytics.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call of one of the chatbot's tools, in one of the forms in which its versions report it. */
enum ToolUse {
    WEB_SEARCH("web_search", "web_search", Form.CALL, "ok"),
    FAILED_WEB_SEARCH("web_search", "web_search", Form.CALL, "error"),
    OLDER_WEB_SEARCH("web_search", "search_web", Form.NAME, "ok"),
    COOKWARE_CHECK("cookware_check", "cookware_check", Form.NAMES, "ok"),
    OLDER_COOKWARE_CHECK("cookware_check", "check_cookware", Form.PREFIX, "ok");

    private enum Form {
        /** In the answer's {@code tool_calls}, with a status. */
        CALL,
        /** In the answer's {@code tools}. */
        NAMES,
        /** In the answer's {@code tool}. */
        NAME,
        /** Before the tool's own result. */
        PREFIX
    }

    private static final List<ToolUse> BY_FREQUENCY = List.of(
            WEB_SEARCH,
            WEB_SEARCH,
            COOKWARE_CHECK,
            COOKWARE_CHECK,
            FAILED_WEB_SEARCH,
            OLDER_WEB_SEARCH,
            OLDER_COOKWARE_CHECK);

    private final String tool;
    private final String calledAs;
    private final Form form;
    private final String status;

    ToolUse(String tool, String calledAs, Form form, String status) {
        this.tool = tool;
        this.calledAs = calledAs;
        this.form = form;
        this.status = status;
    }

    static ToolUse pick(Chance chance) {
        return chance.pick(BY_FREQUENCY);
    }

    /** The tool's one name, whatever a version calls it. */
    String tool() {
        return tool;
    }

    boolean isFailure() {
        return status.equals("error");
    }

    /** What users use the chatbot for when it calls this tool. */
    String feature() {
        return tool.equals("cookware_check") ? "cookware" : tool;
    }

    /** What the tool returned: names the dish, which must not count, because nobody said it. */
    Utterance result(Dish dish) {
        String result =
                "{\"tool\": \"%s\", \"status\": \"%s\", \"title\": \"%s\"}".formatted(calledAs, status, dish.title());
        return form == Form.PREFIX
                ? Utterance.of(Role.TOOL, "TOOL_CALL[" + calledAs + "] " + result)
                        .telling(this)
                : Utterance.of(Role.TOOL, result);
    }

    /** The assistant's answer after the call. */
    Utterance answer(Utterance answer) {
        return form == Form.PREFIX ? answer : answer.telling(this);
    }

    Map<String, Object> metadata() {
        return switch (form) {
            case CALL -> Map.of("tool_calls", List.of(new TreeMap<>(Map.of("name", calledAs, "status", status))));
            case NAMES -> Map.of("tools", List.of(calledAs));
            case NAME -> Map.of("tool", calledAs);
            case PREFIX -> Map.of();
        };
    }
}
