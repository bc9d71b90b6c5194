package com.recipechatbot.analytics.extraction.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The tools that a message says were used: from {@code tools}, {@code tool_calls} or {@code tool} of its metadata, else
 * from a {@code TOOL_CALL[name]} prefix of its text.
 */
public final class ToolCalls {

    private static final String PREFIX = "TOOL_CALL[";
    private static final int LONGEST_NAME = 64;
    private static final List<String> FIELDS = List.of("tools", "tool_calls", "tool");
    private static final List<String> NAME_FIELDS = List.of("name", "tool", "tool_name", "function");

    private final ToolNames names;
    private final List<ToolCall> calls = new ArrayList<>();

    private ToolCalls(ToolNames names) {
        this.names = names;
    }

    /**
     * @param text of an assistant or tool, redacted; null for one that cannot report a call: a user may type the prefix
     * @return the calls in order, empty when there is no sign of any
     */
    public static List<ToolCall> in(MessageMetadata metadata, CharSequence text, ToolNames names) {
        boolean silent = text == null || text.length() == 0 || text.charAt(0) != PREFIX.charAt(0);
        return silent && metadata.isEmpty() ? List.of() : new ToolCalls(names).read(metadata, text);
    }

    private List<ToolCall> read(MessageMetadata metadata, CharSequence text) {
        for (String field : FIELDS) {
            if (calls.isEmpty()) {
                addCalls(metadata.get(field));
            }
        }
        if (calls.isEmpty() && text != null) {
            readPrefix(text);
        }
        return List.copyOf(calls);
    }

    private void readPrefix(CharSequence text) {
        int longest = PREFIX.length() + LONGEST_NAME + 1;
        String beginning = text.subSequence(0, Math.min(text.length(), longest)).toString();
        int end = beginning.indexOf(']');
        if (beginning.startsWith(PREFIX) && end > PREFIX.length()) {
            addCall(beginning.substring(PREFIX.length(), end), false);
        }
    }

    private void addCalls(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            JsonNode nested = text.startsWith("[") || text.startsWith("{")
                    ? MessageMetadata.parse(text)
                    : MissingNode.getInstance();
            if (nested.isMissingNode()) {
                addCall(text, false);
            } else {
                addCalls(nested);
            }
        } else if (value.isArray()) {
            value.forEach(this::addCalls);
        } else if (value.isObject()) {
            String name = name(value);
            if (name != null) {
                addCall(name, ReportedFailure.in(value));
            } else {
                value.properties().forEach(use -> addUses(use.getKey(), use.getValue()));
            }
        }
    }

    private static String name(JsonNode call) {
        for (String field : NAME_FIELDS) {
            JsonNode name = call.path(field);
            if (name.isObject()) {
                name = name.path("name");
            }
            if (name.isTextual()) {
                return name.textValue();
            }
        }
        return null;
    }

    /** An entry of a map of tools: whether the tool was called, how often, or with what outcome. */
    private void addUses(String tool, JsonNode use) {
        if (use.isNumber()) {
            for (int i = 0; i < Math.min(use.doubleValue(), 100); i++) {
                addCall(tool, false);
            }
        } else if (use.isArray()) {
            use.forEach(each -> addUses(tool, each));
        } else if (!ReportedFailure.isFalse(use) && !use.isNull()) {
            addCall(tool, ReportedFailure.in(use));
        }
    }

    private void addCall(String name, boolean failed) {
        String tool = names.of(name);
        if (!tool.isEmpty()) {
            calls.add(new ToolCall(tool, failed));
        }
    }
}
