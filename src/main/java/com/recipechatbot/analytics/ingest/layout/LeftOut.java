package com.recipechatbot.analytics.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an input holds besides its data, so that nothing is left out silently. A name that somebody gave may name a person
 * and is shown as {@code *}; what is left of a path still shows where to look.
 */
final class LeftOut {

    private static final int NAMED = 5;

    private static final Pattern FOLDER =
            Pattern.compile("|(year|month|day|hour)=[0-9]{1,4}|[0-9]{1,4}|[a-z-]*-failed|errors?");
    private static final Pattern ENDING = Pattern.compile(
            "([.](json|jsonl|ndjson|txt|log|gz|bz2|zst|zip|tar|csv|tsv|xml|html|md|pdf|png|jpg|parquet|avro|orc|bak|old|orig|tmp|swp|sh|sql|yaml))*~?$",
            Pattern.CASE_INSENSITIVE);
    private static final String README = "readme";

    private final SortedSet<String> names = new TreeSet<>();

    /** @param name relative to the input */
    void add(String name) {
        names.add(name);
    }

    /** A sentence, or none. */
    List<String> notes() {
        if (names.isEmpty()) {
            return List.of();
        }
        // Folders first: each may hold many records.
        List<String> shown = names.stream()
                .sorted(Comparator.comparing(name -> !name.endsWith("/")))
                .map(LeftOut::shown)
                .toList();
        List<String> first = shown.stream().distinct().limit(NAMED).toList();
        long more = shown.stream().filter(name -> !first.contains(name)).count();
        return List.of("left out, because its name, place or content is not that of data: %s%s"
                .formatted(String.join(", ", first), more > 0 ? " and %,d more".formatted(more) : ""));
    }

    private static String shown(String path) {
        List<String> parts = new ArrayList<>();
        // With the empty part behind the slash that ends a folder.
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            boolean isLast = i == names.length - 1;
            parts.add(FOLDER.matcher(names[i]).matches() ? names[i] : isLast ? file(names[i]) : "*");
        }
        return String.join("/", parts);
    }

    private static String file(String name) {
        Matcher ending = ENDING.matcher(name);
        String end = ending.find() ? ending.group() : "";
        String stem = name.substring(0, name.length() - end.length());
        return (stem.toLowerCase(Locale.ROOT).equals(README) ? stem : "*") + end;
    }
}
