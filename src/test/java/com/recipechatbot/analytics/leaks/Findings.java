package com.recipechatbot.analytics.leaks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which canaries were found, and where. */
final class Findings {

    private final Map<Canary, Set<String>> places = new TreeMap<>(Comparator.comparing(Canary::place)
            .thenComparing(canary -> canary.traces().toString()));

    void add(Canary canary, String place) {
        places.computeIfAbsent(canary, missing -> new TreeSet<>()).add(place);
    }

    Set<Canary> canaries() {
        return places.keySet();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        places.forEach((canary, found) -> lines.add(canary.type() + " of " + canary.place() + " in " + found));
        return lines;
    }
}
