package com.recipechatbot.analytics.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which canaries were found, and where first. */
final class Findings {

    private final Map<Canary, String> firstPlaces = new TreeMap<>(
            java.util.Comparator.comparing(Canary::place).thenComparing(canary -> canary.traces().toString()));

    void add(Canary canary, String place) {
        firstPlaces.putIfAbsent(canary, place);
    }

    Set<Canary> canaries() {
        return firstPlaces.keySet();
    }

    /** The fields and shapes that leak. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        firstPlaces.keySet().forEach(canary -> fields.add(canary.place()));
        return fields;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        firstPlaces.forEach((canary, place) -> lines.add(canary.type() + " of " + canary.place() + " in " + place));
        return lines;
    }
}
