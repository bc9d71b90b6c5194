package com.recipechatbot.analytics.sample;

import java.util.Map;
import java.util.TreeMap;

/** The ways in which messages write a dish. */
final class Spellings {

    private final Map<String, Long> countBySpelling = new TreeMap<>();

    void add(String spelling) {
        countBySpelling.merge(spelling, 1L, Long::sum);
    }

    long count() {
        return countBySpelling.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The alphabetically first of equals. */
    String mostFrequent() {
        String name = null;
        for (Map.Entry<String, Long> spelling : countBySpelling.entrySet()) {
            if (name == null || spelling.getValue() > countBySpelling.get(name)) {
                name = spelling.getKey();
            }
        }
        return name;
    }
}
