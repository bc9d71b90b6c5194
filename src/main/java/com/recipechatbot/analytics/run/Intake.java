package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.facts.Exclusion;
import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.RecordDays;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.metrics.DataCheck.Severity;
import com.recipechatbot.analytics.run.DataChecks.Finding;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run uses of the sources that it reads. A source that is mostly rejected, or whose messages have no text, is
 * refused: its rejected records are written, and everything else of it stays as it was.
 *
 * @param folded empty when all sources are refused
 * @param counts of all sources
 * @param present the sources of the days of the run, refused or not
 * @param used those that are not refused
 * @param findings about the sources
 */
record Intake(
        Optional<Folding.Folded> folded,
        RecordCounts counts,
        List<Source> present,
        List<Source> used,
        List<Finding> findings) {

    private static final double USUAL_REJECTED = 0.02;
    private static final double LEAST_TEXTS = 0.05;
    private static final double USUAL_TEXTS = 0.5;

    /** A day of fewer messages says little about its source. */
    private static final int ENOUGH_MESSAGES = 20;

    /**
     * Reads an export.
     *
     * @param maxRejected the share of rejected records from which a source is refused, 0 to 1
     */
    static Intake read(Folding folding, ConversationExport export, DayRange days, double maxRejected) {
        Folding.Folded all = folding.read(export);
        ConversationExport whole = all.export().orElse(export);
        List<Source> present = sources(whole, all.counts());
        Check check = new Check(all.counts(), all.rules().sources(), whole.isByMessageDay(), days, maxRejected);
        check.rejections();
        check.texts();
        check.users();
        if (check.refused.isEmpty()) {
            whole.requireDays(present);
            return new Intake(Optional.of(all), all.counts(), present, present, check.findings);
        }
        List<SourceId> refused = check.refused.stream()
                .map(place -> all.rules().sources().get(place))
                .toList();
        all.working().replaceRejected(all, refused);
        all.release();
        Optional<Folding.Folded> used = whole.without(refused).map(folding::read);
        RecordCounts counts = used.map(Folding.Folded::counts).orElse(RecordCounts.NONE);
        return new Intake(
                used,
                counts.with(all.counts(), check.refused),
                present,
                used.map(some -> sources(some.export().orElseThrow(), some.counts()))
                        .orElse(List.of()),
                check.findings);
    }

    private static List<Source> sources(ConversationExport export, RecordCounts counts) {
        return export.sources(RecordDays.of(counts.days()));
    }

    /** The days of an export are one source: nobody knows the day of a record that cannot be read. */
    private static final class Check {
        private final RecordCounts counts;
        private final List<SourceId> sources;
        private final boolean isOne;
        private final DayRange days;
        private final double maxRejected;
        private final Set<Integer> refused = new TreeSet<>();
        private final List<Finding> findings = new ArrayList<>();

        Check(RecordCounts counts, List<SourceId> sources, boolean isOne, DayRange days, double maxRejected) {
            this.counts = counts;
            this.sources = sources;
            this.isOne = isOne;
            this.days = days;
            this.maxRejected = maxRejected;
        }

        void rejections() {
            Map<Integer, Long> rejected = counts.rejections().stream()
                    .collect(Collectors.groupingBy(
                            each -> isOne ? 0 : each.source(),
                            TreeMap::new,
                            Collectors.summingLong(RecordCounts.Rejected::records)));
            rejected.forEach((source, records) -> {
                // Records that are left to the runs of other days are usable.
                long usable = counts.excluded().getOrDefault(Exclusion.OTHER_DAY.column(), 0L)
                        + counts.loads().stream()
                                .filter(load -> isOne || load.source() == source)
                                .mapToLong(RecordCounts.Loaded::records)
                                .sum();
                double share = records / (double) (records + usable);
                String row = "{\"rejected\":%d,\"usable\":%d}".formatted(records, usable);
                LocalDate day = isOne ? days.to() : sources.get(source).day();
                if (usable == 0 || share > maxRejected) {
                    refuse(
                            source,
                            "rejected_records",
                            "at most %s of the records of a source are rejected, and not all"
                                    .formatted(percent(maxRejected)),
                            day,
                            row);
                } else if (share > USUAL_REJECTED) {
                    findings.add(new Finding(
                            Severity.WARN,
                            "rejected_records",
                            "at most %s of the records of a source are rejected".formatted(percent(USUAL_REJECTED)),
                            day,
                            row));
                }
            });
        }

        void texts() {
            Map<LocalDate, List<RecordCounts.Loaded>> loads = counts.loads().stream()
                    .collect(Collectors.groupingBy(RecordCounts.Loaded::day, TreeMap::new, Collectors.toList()));
            loads.forEach((day, ofDay) -> {
                Map<Integer, List<RecordCounts.Loaded>> bySource =
                        ofDay.stream().collect(Collectors.groupingBy(load -> isOne ? 0 : load.source()));
                bySource.forEach((source, some) -> texts(
                        source,
                        day,
                        some.stream().mapToLong(RecordCounts.Loaded::messages).sum(),
                        some.stream().mapToLong(RecordCounts.Loaded::texts).sum()));
            });
        }

        private void texts(int source, LocalDate day, long messages, long texts) {
            double share = texts / (double) messages;
            String sentence = "of 20 or more messages of a day, at least %s have text, in the field message";
            String row = "{\"messages\":%d,\"with_text\":%d}".formatted(messages, texts);
            if (messages >= ENOUGH_MESSAGES && share < LEAST_TEXTS) {
                refuse(source, "conversation_parts", sentence.formatted(percent(LEAST_TEXTS)), day, row);
            } else if (messages >= ENOUGH_MESSAGES && share < USUAL_TEXTS) {
                findings.add(new Finding(
                        Severity.WARN, "conversation_parts", sentence.formatted(percent(USUAL_TEXTS)), day, row));
            }
        }

        void users() {
            if (counts.hasPlaceholders()) {
                findings.add(new Finding(
                        Severity.WARN,
                        "conversation_parts",
                        "every user_id names a user; undefined, null, anonymous, zeros and the like count as unknown",
                        days.to(),
                        "{}"));
            }
        }

        private void refuse(int source, String table, String sentence, LocalDate day, String row) {
            findings.add(new Finding(Severity.FAIL, table, sentence, day, row));
            for (int place = 0; place < sources.size(); place++) {
                if (isOne || place == source) {
                    refused.add(place);
                }
            }
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.3g %%", 100 * share);
        }
    }
}
