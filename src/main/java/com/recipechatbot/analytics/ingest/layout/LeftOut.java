package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an input holds besides its data, so that nothing is left out silently. */
final class LeftOut {

    private static final int NAMED = 5;

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
        String some = String.join(
                ", ",
                names.stream()
                        .limit(NAMED)
                        // A name may contain anything.
                        .map(name -> Redactor.standard().redact(name).textOf(name))
                        .toList());
        return List.of("left out, because it does not look like data: %s%s"
                .formatted(some, names.size() > NAMED ? " and %,d more".formatted(names.size() - NAMED) : ""));
    }
}
