package com.recipechatbot.analytics.command.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dishes found before and now, message by message; an empty name means no dish. */
final class ExtractorComparison {

    private record Difference(JsonNode id, String before, String now) {}

    private final List<Difference> differences = new ArrayList<>();
    private long same;
    private long unknown;

    void add(JsonNode id, String before, String now) {
        if (before.equals(now)) {
            same++;
        } else {
            differences.add(new Difference(id, before, now));
        }
    }

    /** A message that has no earlier answer. */
    void addUnknown() {
        unknown++;
    }

    void print(PrintWriter out) {
        counts().forEach((name, count) -> out.printf("%s\t%d%n", name, count));
        differences.forEach(difference ->
                out.println(String.join("\t", difference.id().asText(), difference.before(), difference.now())));
        out.flush();
    }

    void printJson(PrintWriter out) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        counts().forEach((name, count) -> counts.put(name.replace(", ", "_").replace(' ', '_'), count));
        out.println(counts);
        differences.forEach(difference -> {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.set("id", difference.id());
            line.put("before", nullIfNone(difference.before()));
            line.put("now", nullIfNone(difference.now()));
            out.println(line);
        });
        out.flush();
    }

    private Map<String, Long> counts() {
        long gained = differences.stream()
                .filter(difference -> difference.before().isEmpty())
                .count();
        long lost = differences.stream()
                .filter(difference -> difference.now().isEmpty())
                .count();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("same", same);
        counts.put("changed", differences.size() - gained - lost);
        counts.put("only before", lost);
        counts.put("only now", gained);
        counts.put("not compared, no answer from before", unknown);
        return counts;
    }

    private static String nullIfNone(String dish) {
        return dish.isEmpty() ? null : dish;
    }
}
