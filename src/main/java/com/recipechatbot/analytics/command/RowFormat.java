package com.recipechatbot.analytics.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How rows are printed. */
enum RowFormat {
    /** JSON Lines. */
    json {
        @Override
        void print(List<String> columns, List<List<Object>> rows, PrintStream out) {
            for (List<Object> row : rows) {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                for (int i = 0; i < columns.size(); i++) {
                    object.set(columns.get(i), node(row.get(i)));
                }
                out.println(object);
            }
        }
    },
    /** RFC 4180. */
    csv {
        @Override
        void print(List<String> columns, List<List<Object>> rows, PrintStream out) {
            line(columns.stream().map(RowFormat::field), out);
            for (List<Object> row : rows) {
                line(row.stream().map(RowFormat::cell), out);
            }
        }
    },
    /** Aligned columns, for reading. */
    table {
        @Override
        void print(List<String> columns, List<List<Object>> rows, PrintStream out) {
            int[] widths = columns.stream().mapToInt(String::length).toArray();
            for (List<Object> row : rows) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], readable(row.get(i)).length());
                }
            }
            aligned(columns, columns, widths, out);
            rows.forEach(row -> aligned(row.stream().map(RowFormat::readable).toList(), row, widths, out));
        }
    };

    abstract void print(List<String> columns, List<List<Object>> rows, PrintStream out);

    private static void aligned(List<String> cells, List<?> values, int[] widths, PrintStream out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            boolean number = values.get(i) instanceof Number;
            line.append(number ? padding + cells.get(i) : cells.get(i) + padding)
                    .append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static String readable(Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof Double number
                ? "%.2f".formatted(number)
                : value instanceof List || value instanceof Map ? node(value).toString() : value.toString();
    }

    private static void line(java.util.stream.Stream<String> fields, PrintStream out) {
        out.print(fields.collect(Collectors.joining(",")) + "\r\n");
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        // Nested values as JSON: CSV has no form of its own for them.
        return field(value instanceof List || value instanceof Map ? node(value).toString() : value.toString());
    }

    private static String field(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        } else if (value instanceof Long number) {
            return nodes.numberNode(number);
        } else if (value instanceof Integer number) {
            return nodes.numberNode(number);
        } else if (value instanceof Double number) {
            return nodes.numberNode(number);
        } else if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        } else if (value instanceof List<?> list) {
            ArrayNode array = nodes.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        } else if (value instanceof Map<?, ?> struct) {
            ObjectNode object = nodes.objectNode();
            struct.forEach((name, field) -> object.set((String) name, node(field)));
            return object;
        }
        return nodes.textNode(value.toString());
    }
}
