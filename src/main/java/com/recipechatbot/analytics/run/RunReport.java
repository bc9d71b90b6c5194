package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.Rejections;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * What a run did: the row of {@code pipeline_runs}, and the words that report it.
 *
 * @param notes on the input, in sentences
 * @param stale sources with messages that the run changed or withdrew without being able to read them
 * @param freshness of the lake after the run; empty for runs that read no days
 */
public record RunReport(
        Run run,
        RecordCounts counts,
        List<Source> sources,
        List<LocalDate> missingDays,
        SortedSet<LocalDate> touchedDays,
        List<DataChecks.Finding> findings,
        List<String> notes,
        List<String> stale,
        Optional<Freshness> freshness) {

    public RunReport(
            Run run,
            RecordCounts counts,
            List<Source> sources,
            List<LocalDate> missingDays,
            SortedSet<LocalDate> touchedDays,
            List<DataChecks.Finding> findings) {
        this(run, counts, sources, missingDays, touchedDays, findings, List.of(), List.of(), Optional.empty());
    }

    /** A run as it was asked for. */
    public record Run(String id, String job, DayRange days, Instant start) {}

    /** Whether the newest day that was asked for is not there yet; older days may be missing for good. */
    public boolean isWithoutItsLastDay() {
        return missingDays.contains(run.days().to());
    }

    /** Adds the row of this run. */
    public void record(SparkSession spark, Lake lake, Instant finished) {
        Row row = RowFactory.create(
                run.id(),
                run.job(),
                Date.valueOf(run.days().from()),
                Date.valueOf(run.days().to()),
                counts.read(),
                counts.loaded(),
                counts.duplicate(),
                counts.rejected(),
                counts.excludedRecords(),
                counts.excluded().entrySet().stream()
                        .map(reason -> RowFactory.create(reason.getKey(), reason.getValue()))
                        .toArray(),
                Timestamp.from(run.start()),
                Timestamp.from(finished),
                outcome().toString(),
                sources.stream()
                        .map(source -> RowFactory.create(
                                source.id(), Date.valueOf(source.day()), source.isFinal(), source.fingerprint()))
                        .toArray(),
                findings.stream()
                        .map(finding -> RowFactory.create(
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.table(),
                                finding.sentence(),
                                Date.valueOf(finding.period()),
                                finding.row()))
                        .toArray(),
                lake.writtenVersions().entrySet().stream()
                        .map(table -> RowFactory.create(table.getKey(), table.getValue()))
                        .toArray(),
                Version.text());
        StructType schema =
                StructType.fromDDL(MetricTable.PIPELINE_RUNS.contract().schemaDdl());
        lake.append(MetricTable.PIPELINE_RUNS.contract(), spark.createDataFrame(List.of(row), schema));
    }

    /** What the person who started the run wants to know. */
    public String summary(String lake) {
        StringBuilder text = new StringBuilder();
        text.append("%,d records read = %,d loaded + %,d duplicate + %,d rejected + %,d excluded%n"
                .formatted(
                        counts.read(),
                        counts.loaded(),
                        counts.duplicate(),
                        counts.rejected(),
                        counts.excludedRecords()));
        counts.rejectedByReason()
                .forEach((reason, records) -> text.append("rejected: %,d %s: %s The first: %s%n"
                        .formatted(
                                records,
                                reason,
                                Rejections.sentence(reason),
                                counts.places().get(reason))));
        if (!counts.rejections().isEmpty()) {
            text.append("all of them: jobs/run show rejected_records --lake %s%n".formatted(lake));
        }
        if (!counts.excluded().isEmpty()) {
            text.append("excluded: %s%n"
                    .formatted(counts.excluded().entrySet().stream()
                            .map(reason -> reason.getValue() + " " + reason.getKey())
                            .collect(Collectors.joining(", "))));
        }
        text.append(
                touchedDays.isEmpty()
                        ? "nothing to publish%n".formatted()
                        : "published %d day%s, %s to %s%n"
                                .formatted(
                                        touchedDays.size(),
                                        touchedDays.size() == 1 ? "" : "s",
                                        touchedDays.first(),
                                        touchedDays.last()));
        if (!missingDays.isEmpty()) {
            text.append("missing in the input: %s. Run these days again when they are there.%n"
                    .formatted(missingDays.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
        }
        notes.forEach(note -> text.append("%s%n".formatted(note)));
        if (!stale.isEmpty()) {
            text.append(
                    "messages of these sources were changed or withdrawn; the lake has the old ones until the sources are read again together with this export: %s%n"
                            .formatted(String.join(", ", stale)));
        }
        text.append(findingsText());
        if (hasFailed()) {
            text.append(
                    "What failed a check was not published; what was published before stays. See jobs/run show pipeline_runs --lake %s, and run again once the cause is fixed.%n"
                            .formatted(lake));
        }
        text.append("tables: %s%nnext: jobs/run show daily_metrics --lake %s%n".formatted(lake, lake));
        return text.toString();
    }

    /** A line for each finding of the checks. */
    public String findingsText() {
        return findings.stream()
                .map(finding -> finding + System.lineSeparator())
                .collect(Collectors.joining());
    }

    /** How a run ended, as {@code pipeline_runs} names it in lower case. */
    public enum Outcome {
        DONE,
        MISSING_DAYS,
        STALE_SOURCES,
        FAILED_CHECKS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Outcome outcome() {
        if (hasFailed()) {
            return Outcome.FAILED_CHECKS;
        }
        if (!stale.isEmpty()) {
            return Outcome.STALE_SOURCES;
        }
        return missingDays.isEmpty() ? Outcome.DONE : Outcome.MISSING_DAYS;
    }

    private boolean hasFailed() {
        return findings.stream().anyMatch(DataChecks.Finding::fails);
    }
}
