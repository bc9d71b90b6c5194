package com.recipechatbot.analytics.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The tools that a message says were used: from {@code tools}, {@code tool_calls} or {@code tool} of its metadata, else
 * from a {@code TOOL_CALL[name]} prefix of its text.
 */
public final class ToolCalls {

    private static final String PREFIX = "TOOL_CALL[";
    private static final int LONGEST_NAME = 64;
    private static final List<String> FIELDS = List.of("tools", "tool_calls", "tool");
    private static final List<String> NAME_FIELDS = List.of("name", "tool", "tool_name", "function");
    private static final Map<String, String> ALIASES = aliases();

    private final UnaryOperator<String> cleaning;
    private final List<ToolCall> calls = new ArrayList<>();

    private ToolCalls(UnaryOperator<String> cleaning) {
        this.cleaning = cleaning;
    }

    /**
     * @param metadataJson as the record has it; may be null
     * @param text redacted; may be null
     * @param cleaning what to make of a name before it is folded: metadata may hold anything where a tool is named
     * @return the calls in order, empty when there is no sign of any
     */
    public static List<ToolCall> of(String metadataJson, CharSequence text, UnaryOperator<String> cleaning) {
        return in(MessageMetadata.of(metadataJson), text, cleaning);
    }

    /** As {@link #of(String, CharSequence, UnaryOperator)}, for metadata that other facts are read from, too. */
    public static List<ToolCall> in(MessageMetadata metadata, CharSequence text, UnaryOperator<String> cleaning) {
        boolean silent = text == null || text.length() == 0 || text.charAt(0) != PREFIX.charAt(0);
        return silent && metadata.isEmpty() ? List.of() : new ToolCalls(cleaning).read(metadata, text);
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
                addCall(name, failed(value));
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

    /** A tool of a map of tools: how often it was called, whether, or with what outcome. */
    private void addUses(String tool, JsonNode use) {
        if (use.isNumber()) {
            for (int i = 0; i < Math.min(use.doubleValue(), 100); i++) {
                addCall(tool, false);
            }
        } else if (use.isArray()) {
            use.forEach(each -> addUses(tool, each));
        } else if (!isFalse(use) && !use.isNull()) {
            addCall(tool, failed(use));
        }
    }

    private static boolean failed(JsonNode call) {
        JsonNode error = call.path("error");
        boolean noError = error.isMissingNode() || error.isNull() || isFalse(error) || "".equals(error.textValue());
        return !noError
                || isTrue(call.path("is_error"))
                || isTrue(call.path("failed"))
                || isFalse(call.path("success"))
                || isFalse(call.path("ok"))
                || isFailure(call.path("status").asText());
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    private static boolean isFailure(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "error", "failed", "failure", "timeout" -> true;
            default -> false;
        };
    }

    private void addCall(String name, boolean failed) {
        String tool = snakeCase(cleaning.apply(name));
        if (!tool.isEmpty()) {
            calls.add(new ToolCall(ALIASES.getOrDefault(tool, tool), failed));
        }
    }

    private static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), LONGEST_NAME); i++) {
            char c = name.charAt(i);
            boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
            boolean letter = Character.isLetterOrDigit(c);
            if ((hump || !letter) && !snake.isEmpty() && snake.charAt(snake.length() - 1) != '_') {
                snake.append('_');
            }
            if (letter) {
                snake.append(Character.toLowerCase(c));
            }
        }
        int end = snake.length();
        return end > 0 && snake.charAt(end - 1) == '_' ? snake.substring(0, end - 1) : snake.toString();
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        LexiconFile.read("tools.txt").forEach(entry -> aliases.put(entry.phrase(), entry.group()));
        return Map.copyOf(aliases);
    }
}
