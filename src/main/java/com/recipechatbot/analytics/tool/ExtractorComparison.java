package com.recipechatbot.analytics.tool;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Dishes found before and now, message by message; an empty name is no dish. */
final class ExtractorComparison {

    private record Difference(String id, String before, String now) {}

    private final List<Difference> differences = new ArrayList<>();
    private long same;
    private long unknown;

    void add(String id, String before, String now) {
        if (before.equals(now)) {
            same++;
        } else {
            differences.add(new Difference(id, before, now));
        }
    }

    /** A message for which there is no answer from before. */
    void addUnknown() {
        unknown++;
    }

    void print(PrintWriter out) {
        long gained = differences.stream()
                .filter(difference -> difference.before().isEmpty())
                .count();
        long lost = differences.stream()
                .filter(difference -> difference.now().isEmpty())
                .count();
        out.printf("same\t%d%n", same);
        out.printf("changed\t%d%n", differences.size() - gained - lost);
        out.printf("only before\t%d%n", lost);
        out.printf("only now\t%d%n", gained);
        out.printf("not compared, no answer from before\t%d%n", unknown);
        differences.forEach(
                difference -> out.println(String.join("\t", difference.id(), difference.before(), difference.now())));
        out.flush();
    }
}
