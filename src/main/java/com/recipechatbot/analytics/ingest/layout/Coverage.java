package com.recipechatbot.analytics.ingest.layout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The times that several exports of a table cover together. A full export covers everything before its end. */
final class Coverage {

    /** Half open. */
    private record Window(Instant from, Instant to) {}

    private final List<Window> whole = new ArrayList<>();
    private final List<Window> overlaps = new ArrayList<>();

    Coverage(Collection<ExportSummary> exports) {
        List<Window> windows = exports.stream()
                .map(export -> new Window(export.isFull() ? Instant.MIN : export.from(), export.to()))
                .sorted(Comparator.comparing(Window::from).thenComparing(Window::to))
                .toList();
        Instant end = Instant.MIN;
        for (Window next : windows) {
            merge(next);
            // Only windows should not overlap; a full export may overlap any of them.
            if (!next.from().equals(Instant.MIN)) {
                if (next.from().isBefore(end)) {
                    overlaps.add(new Window(next.from(), next.to().isBefore(end) ? next.to() : end));
                }
                end = later(end, next.to());
            }
        }
    }

    private void merge(Window next) {
        Window last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
        if (last == null || next.from().isAfter(last.to())) {
            whole.add(next);
        } else {
            whole.set(whole.size() - 1, new Window(last.from(), later(last.to(), next.to())));
        }
    }

    /** Whether everything that was written from an instant to another is covered. */
    boolean holdsAllOf(Instant begin, Instant end) {
        return whole.stream()
                .anyMatch(
                        window -> !window.from().isAfter(begin) && !window.to().isBefore(end));
    }

    /** A sentence for each gap between two windows and for each overlap. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (int i = 1; i < whole.size(); i++) {
            sentences.add("gap: no export covers %s to %s; what was written then is missing"
                    .formatted(whole.get(i - 1).to(), whole.get(i).from()));
        }
        overlaps.forEach(
                overlap -> sentences.add("overlap: more than one export covers %s to %s; each write counts once"
                        .formatted(overlap.from(), overlap.to())));
        return sentences;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
