package com.recipechatbot.analytics.extraction;

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
        return new ToolCalls(cleaning).read(metadataJson, text);
    }

    private List<ToolCall> read(String metadataJson, CharSequence text) {
        if (JsonValue.parse(metadataJson) instanceof Map<?, ?> metadata) {
            for (String field : FIELDS) {
                if (calls.isEmpty()) {
                    addCalls(metadata.get(field));
                }
            }
        }
        if (calls.isEmpty() && text != null) {
            readPrefix(text);
        }
        return List.copyOf(calls);
    }

    private void readPrefix(CharSequence text) {
        int longest = PREFIX.length() + LONGEST_NAME + 1;
        if (text.length() > PREFIX.length() && text.charAt(0) == PREFIX.charAt(0)) {
            String beginning =
                    text.subSequence(0, Math.min(text.length(), longest)).toString();
            int end = beginning.indexOf(']');
            if (beginning.startsWith(PREFIX) && end > PREFIX.length()) {
                addCall(beginning.substring(PREFIX.length(), end), false);
            }
        }
    }

    private void addCalls(Object value) {
        if (value instanceof String text) {
            Object nested = text.startsWith("[") || text.startsWith("{") ? JsonValue.parse(text) : null;
            if (nested == null) {
                addCall(text, false);
            } else {
                addCalls(nested);
            }
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> addCalls(element));
        } else if (value instanceof Map<?, ?> fields) {
            String name = name(fields);
            if (name != null) {
                addCall(name, failed(fields));
            } else {
                fields.forEach((tool, use) -> addUses(tool.toString(), use));
            }
        }
    }

    private static String name(Map<?, ?> call) {
        for (String field : NAME_FIELDS) {
            if (call.get(field) instanceof String name) {
                return name;
            }
            if (call.get(field) instanceof Map<?, ?> function && function.get("name") instanceof String name) {
                return name;
            }
        }
        return null;
    }

    /** A tool of a map of tools: how often it was called, whether, or with what outcome. */
    private void addUses(String tool, Object use) {
        if (use instanceof Double count) {
            for (int i = 0; i < Math.min(count, 100); i++) {
                addCall(tool, false);
            }
        } else if (use instanceof List<?> uses) {
            uses.forEach(each -> addUses(tool, each));
        } else if (use != null && !use.equals(false)) {
            addCall(tool, use instanceof Map<?, ?> call && failed(call));
        }
    }

    private static boolean failed(Map<?, ?> call) {
        Object error = call.get("error");
        boolean hasError = error != null && !error.equals(false) && !error.equals("");
        return hasError
                || Boolean.TRUE.equals(call.get("is_error"))
                || Boolean.TRUE.equals(call.get("failed"))
                || Boolean.FALSE.equals(call.get("success"))
                || Boolean.FALSE.equals(call.get("ok"))
                || (call.get("status") instanceof String status && isFailure(status));
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
