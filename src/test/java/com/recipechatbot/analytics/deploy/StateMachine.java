package com.recipechatbot.analytics.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of the Amazon States Language as the stack uses: choices, passes, and tasks that others answer. As in Step
 * Functions, a path that leads nowhere ends the execution, except where a choice asks whether it is there.
 */
final class StateMachine {

    /** Does what a task asks for; null when the service refuses. */
    interface Services {
        JsonNode answer(String resource, JsonNode parameters);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode definition;
    private final Services services;

    StateMachine(JsonNode definition, Services services) {
        this.definition = definition;
        this.services = services;
    }

    void run(JsonNode input) {
        JsonNode data = input;
        JsonNode name = definition.path("StartAt");
        while (!name.isMissingNode()) {
            JsonNode state = definition.path("States").path(name.asText());
            name = state.path("Next");
            switch (state.path("Type").asText()) {
                case "Choice" -> name = chosen(state, data);
                case "Pass" ->
                    data = placed(
                            state,
                            data,
                            state.has("Result") ? state.get("Result") : filled(state.get("Parameters"), data));
                case "Task" -> {
                    JsonNode answer =
                            services.answer(state.path("Resource").asText(), filled(state.get("Parameters"), data));
                    if (answer == null) {
                        JsonNode caught = state.at("/Catch/0");
                        name = caught.path("Next");
                        data = placed(caught, data, TextNode.valueOf("refused"));
                    } else {
                        data = placed(state, data, answer);
                    }
                }
                default -> throw new IllegalArgumentException(state.toString());
            }
        }
    }

    private static JsonNode chosen(JsonNode state, JsonNode data) {
        for (JsonNode choice : state.path("Choices")) {
            if (holds(choice, data)) {
                return choice.path("Next");
            }
        }
        return state.path("Default");
    }

    private static boolean holds(JsonNode rule, JsonNode data) {
        if (rule.has("And")) {
            for (JsonNode part : rule.get("And")) {
                if (!holds(part, data)) {
                    return false;
                }
            }
            return true;
        }
        JsonNode value = data.at(pointer(rule.path("Variable").asText()));
        if (rule.has("IsPresent")) {
            return rule.get("IsPresent").asBoolean() != value.isMissingNode();
        }
        require(value, rule.toString());
        return rule.has("StringEquals")
                ? value.asText().equals(rule.get("StringEquals").asText())
                : value.asText()
                        .matches("(?s)"
                                + rule.get("StringMatches")
                                        .asText()
                                        .replace(".", "\\.")
                                        .replace("*", ".*"));
    }

    private static JsonNode placed(JsonNode state, JsonNode data, JsonNode result) {
        if (!state.has("ResultPath")) {
            return result;
        }
        ObjectNode placed = data.deepCopy();
        placed.set(state.get("ResultPath").asText().substring(2), result);
        return placed;
    }

    private static JsonNode filled(JsonNode parameters, JsonNode data) {
        ObjectNode filled = JSON.createObjectNode();
        parameters.properties().forEach(parameter -> {
            String name = parameter.getKey();
            if (name.endsWith(".$")) {
                filled.set(
                        name.substring(0, name.length() - 2),
                        new Expression(parameter.getValue().asText(), data).whole());
            } else {
                filled.set(name, parameter.getValue());
            }
        });
        return filled;
    }

    private static String pointer(String path) {
        return path.substring(1).replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
    }

    private static JsonNode require(JsonNode value, String where) {
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("States.Runtime: nothing at " + where);
        }
        return value;
    }

    /** A path or a call of functions. */
    private static final class Expression {

        private final String text;
        private final JsonNode data;
        private int at;

        Expression(String text, JsonNode data) {
            this.text = text;
            this.data = data;
        }

        JsonNode whole() {
            JsonNode value = value();
            if (at < text.length()) {
                throw new IllegalArgumentException(text + " goes on at " + at);
            }
            return value;
        }

        private JsonNode value() {
            if (text.charAt(at) == '\'') {
                int end = text.indexOf('\'', at + 1);
                JsonNode value = TextNode.valueOf(text.substring(at + 1, end));
                at = end + 1;
                return value;
            }
            int start = at;
            while (at < text.length() && "(), ".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.startsWith("$")) {
                return require(data.at(pointer(word)), word);
            }
            return word.startsWith("States.") ? call(word) : IntNode.valueOf(Integer.parseInt(word));
        }

        private JsonNode call(String function) {
            List<JsonNode> arguments = new ArrayList<>();
            do {
                at++;
                while (text.charAt(at) == ' ') {
                    at++;
                }
                arguments.add(value());
            } while (text.charAt(at) == ',');
            at++;
            JsonNode first = arguments.get(0);
            return switch (function) {
                case "States.ArrayLength" -> IntNode.valueOf(first.size());
                case "States.ArrayGetItem" ->
                    require(
                            first.has(arguments.get(1).asInt())
                                    ? first.get(arguments.get(1).asInt())
                                    : MissingNode.getInstance(),
                            text);
                case "States.MathAdd" ->
                    IntNode.valueOf(first.asInt() + arguments.get(1).asInt());
                case "States.Format" ->
                    TextNode.valueOf(format(first.asText(), arguments.subList(1, arguments.size())));
                default -> throw new IllegalArgumentException(function);
            };
        }

        private static String format(String template, List<JsonNode> values) {
            String[] parts = template.split("\\{}", -1);
            if (parts.length != values.size() + 1) {
                throw new IllegalArgumentException(
                        "%d places, %d values: %s".formatted(parts.length - 1, values.size(), template));
            }
            StringBuilder formatted = new StringBuilder(parts[0]);
            for (int i = 0; i < values.size(); i++) {
                formatted.append(values.get(i).asText()).append(parts[i + 1]);
            }
            return formatted.toString();
        }
    }
}
