package com.recipechatbot.analytics.serving.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a reader has to know before the figures: how old they are, and what the runs found wrong with them. */
final class Warnings {

    /** Yesterday is complete a few hours after midnight; a day later, a run is missing. */
    private static final int USUAL_AGE = 2;

    private static final double MUCH_REJECTED = 0.02;
    private static final int MOST = 8;

    /** Erasures are not listed: on which days an erased user was active is nobody's business. */
    private static final Map<String, String> CHANGES = Map.of(
            "late", "changed after it was first published: more records arrived, or it became complete",
            "updated", "changed after it was first published: messages were edited",
            "withdrawn", "changed after it was first published: messages were deleted or their users opted out",
            "new_extractor", "figures computed again with newer extraction rules");

    private Warnings() {}

    /** @param today the day on which the page is created, in the zone of the lake */
    static List<String> of(PublishedTables tables, Period period, LocalDate today) {
        List<String> warnings = new ArrayList<>();
        age(tables, today, warnings);
        List<TableRow> runs = tables.runs(period).toList();
        long read = runs.stream().mapToLong(run -> run.count("rows_read")).sum();
        long rejected =
                runs.stream().mapToLong(run -> run.count("rows_rejected")).sum();
        if (read > 0 && (double) rejected / read > MUCH_REJECTED) {
            warnings.add("%s of the records read could not be used: see Records that were read."
                    .formatted(Words.percent((double) rejected / read)));
        }
        Set<String> found = new LinkedHashSet<>();
        findings(tables).forEach((day, findings) -> {
            if (period.contains(day)) {
                findings.forEach(finding -> found.add("%s: %s".formatted(Words.day(day), finding)));
            }
        });
        found.stream().limit(MOST).forEach(warnings::add);
        if (found.size() > MOST) {
            warnings.add("%s more from data checks: see the column findings of pipeline_runs."
                    .formatted(Words.count((long) found.size() - MOST)));
        }
        return warnings;
    }

    private static void age(PublishedTables tables, LocalDate today, List<String> warnings) {
        LocalDate newest = null;
        for (Map.Entry<LocalDate, TableRow> day : tables.days().entrySet()) {
            if (day.getValue().flag("is_complete")) {
                newest = day.getKey();
            }
        }
        if (newest == null) {
            warnings.add(
                    "No day is complete yet. A day completes when its input is final: when its folder has _SUCCESS, or"
                            + " a later day has come.");
            return;
        }
        long age = ChronoUnit.DAYS.between(newest, today);
        if (age > USUAL_AGE) {
            warnings.add("The data is %s old: the newest complete day is %s."
                    .formatted(Words.count(age, "day"), Words.day(newest)));
        }
    }

    /** What is said about a day on the charts over days: never an old value. */
    static Map<LocalDate, Set<String>> marks(PublishedTables tables) {
        Map<LocalDate, Set<String>> marks = new TreeMap<>();
        tables.restatements().forEach(row -> {
            String change = CHANGES.get(row.text("why"));
            if (change != null) {
                marks.computeIfAbsent(row.day("day"), day -> new LinkedHashSet<>())
                        .add(change);
            }
        });
        String rules = null;
        for (Map.Entry<LocalDate, TableRow> day : tables.days().entrySet()) {
            String read = day.getValue().text("extractor_version");
            if (rules != null && read != null && !read.equals(rules)) {
                marks.computeIfAbsent(day.getKey(), none -> new LinkedHashSet<>())
                        .add(
                                "other extraction rules from this day on: dishes and outcomes of earlier days compare only roughly");
            }
            rules = read == null ? rules : read;
        }
        findings(tables)
                .forEach((day, found) -> marks.computeIfAbsent(day, none -> new LinkedHashSet<>())
                        .addAll(found));
        return marks;
    }

    /** By day, what the checks of the newest run that covers it found. */
    private static Map<LocalDate, Set<String>> findings(PublishedTables tables) {
        Map<LocalDate, Set<String>> newest = new TreeMap<>();
        Map<LocalDate, TableRow> runs = new HashMap<>();
        tables.runs().stream()
                .filter(run -> run.day("day_from") != null && run.day("day_to") != null)
                .sorted(Comparator.comparing(run -> run.time("started_at")))
                .forEach(run -> run.day("day_from")
                        .datesUntil(run.day("day_to").plusDays(1))
                        .forEach(day -> runs.put(day, run)));
        runs.forEach((day, run) -> {
            for (Map<?, ?> finding : run.structs("findings")) {
                if (day.equals(finding.get("period"))) {
                    newest.computeIfAbsent(day, none -> new LinkedHashSet<>())
                            .add(("fail".equals(finding.get("severity")) ? "not published, because of a check: " : "")
                                    + "violated: " + finding.get("sentence"));
                }
            }
        });
        return newest;
    }
}
