package com.recipechatbot.analytics.ingest.layout;

import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.ingest.RecordDays;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;

/**
 * What a run over some days reads of DynamoDB exports: of a full export, the messages of these days; of an incremental
 * one, everything if it covers one of the days, otherwise the messages of these days. Each day of messages in an export
 * is a source of its own.
 */
public final class TableExports implements ExportInput {

    private final ExportFolders folders;
    private final DayRange range;
    private final ZoneId zone;
    private final List<TableExport> asked;
    private final List<String> notes;
    private final Coverage coverage;
    private final Map<String, Source> reads = new TreeMap<>();
    private final Map<String, SortedSet<LocalDate>> limits = new TreeMap<>();

    private TableExports(
            ExportFolders folders, DayRange range, ZoneId zone, List<TableExport> asked, List<String> notes)
            throws IOException {
        this.folders = folders;
        this.range = range;
        this.zone = zone;
        this.asked = asked;
        this.notes = notes;
        this.coverage = new Coverage(asked.stream().map(TableExport::summary).toList());
        for (TableExport export : asked) {
            if (mayHold(export.summary())) {
                Source source = export.source();
                reads.put(source.id(), source);
                if (export.summary().isFull()
                        || range.days().stream().noneMatch(day -> covers(export.summary(), day))) {
                    limits.put(source.id(), new TreeSet<>(range.days()));
                }
            }
        }
    }

    /**
     * Finds the exports of an input.
     *
     * @param zone of the days
     * @return empty when it holds none
     * @throws InputNotReadyException when none is finished yet
     * @throws DamagedInputException when a manifest or a file is missing or cannot be used
     */
    public static Optional<ExportInput> in(ExportFolders folders, Path given, DayRange range, ZoneId zone)
            throws IOException {
        List<Path> all = folders.of(given);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<TableExport> finished = new ArrayList<>();
        List<String> unfinished = new ArrayList<>();
        for (Path folder : all) {
            if (folders.isFinished(folder)) {
                finished.add(TableExport.at(folders.files(), folder));
            } else {
                unfinished.add(folder.getName());
            }
        }
        if (finished.isEmpty()) {
            throw new InputNotReadyException(
                    "Cannot read the export %s: it has started but has no %s yet. Run again when DynamoDB has finished it."
                            .formatted(String.join(", ", unfinished), TableExport.SUMMARY));
        }
        requireOneTable(finished);
        return Optional.of(new TableExports(folders, range, zone, finished, notes(finished, unfinished)));
    }

    @Override
    public List<Source> reads() {
        return List.copyOf(reads.values());
    }

    @Override
    public Map<String, SortedSet<LocalDate>> limits() {
        return limits;
    }

    @Override
    public List<Source> days(RecordDays records) {
        List<Source> days = new ArrayList<>();
        for (LocalDate day : range.days()) {
            for (TableExport export : asked) {
                // Messages older than the first record of a full export may have been deleted before it: its days begin
                // there. Those of the last day before it cannot have expired: without any, the day was silent.
                boolean hasBegun =
                        !export.summary().isFull() || records.haveBegunOn(day) || isLast(day, export.summary());
                if (hasBegun && covers(export.summary(), day)) {
                    days.add(reads.get(export.sourceId().toString())
                            .of(day, coverage.holdsAllOf(begin(day), begin(day.plusDays(1)))));
                }
            }
        }
        return days;
    }

    /** Only the items of a full export show how far it goes back. */
    @Override
    public Optional<LocalDate> firstDay(ZoneId zone) {
        return asked.stream().anyMatch(export -> export.summary().isFull())
                ? Optional.empty()
                : asked.stream()
                        .map(export -> LocalDate.ofInstant(export.summary().from(), zone))
                        .min(Comparator.naturalOrder());
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** An export is never rewritten, and each of its files is verified while it is read. */
    @Override
    public ExportInput again() {
        return this;
    }

    @Override
    public Optional<ExportInput> with(Collection<String> sources) throws IOException {
        Map<String, SortedSet<LocalDate>> wanted = new TreeMap<>();
        for (String source : sources) {
            SourceId id = SourceId.parse(source);
            if (id.kind() == SourceId.Kind.EXPORT) {
                wanted.computeIfAbsent(id.hash(), none -> new TreeSet<>()).add(id.day());
            }
        }
        TableExports more = new TableExports(folders, range, zone, asked, notes);
        more.limits.putAll(limits);
        more.reads.putAll(reads);
        boolean isMore = false;
        for (Path folder : folders.beside(asked.get(0).folder())) {
            TableExport export = folders.isFinished(folder) ? TableExport.at(folders.files(), folder) : null;
            if (export != null && wanted.containsKey(export.summary().hash())) {
                isMore |= more.add(export, wanted.get(export.summary().hash()));
            }
        }
        return isMore ? Optional.of(more) : Optional.empty();
    }

    /** Returns whether there is now more to read. */
    private boolean add(TableExport export, SortedSet<LocalDate> days) throws IOException {
        String id = export.sourceId().toString();
        if (!reads.containsKey(id)) {
            reads.put(id, export.source());
            limits.put(id, new TreeSet<>());
        }
        // Read whole, it has no limits.
        return limits.containsKey(id) && limits.get(id).addAll(days);
    }

    /** Whether it may hold a write to a message of the days: none was written before the first of them. */
    private boolean mayHold(ExportSummary export) {
        return export.to().isAfter(begin(range.from()));
    }

    private boolean covers(ExportSummary export, LocalDate day) {
        return export.to().isAfter(begin(day))
                && (export.isFull() || export.from().isBefore(begin(day.plusDays(1))));
    }

    /** Whether an export ends on the day or within the next one. */
    private boolean isLast(LocalDate day, ExportSummary export) {
        return !export.to().isAfter(begin(day.plusDays(2)));
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static List<String> notes(List<TableExport> finished, List<String> unfinished) {
        List<String> notes = new ArrayList<>();
        unfinished.forEach(name -> notes.add("not finished yet, so not read: the export " + name));
        notes.addAll(new Coverage(finished.stream().map(TableExport::summary).toList()).sentences());
        finished.stream()
                .filter(export -> !export.summary().hasOldImages())
                .forEach(export -> notes.add(
                        "the export %s has no old images: it is unknown whether TTL caused its deletes, so they withdraw messages"
                                .formatted(export.folder().getName())));
        return notes;
    }

    private static void requireOneTable(List<TableExport> exports) {
        long tables = exports.stream()
                .map(export -> export.summary().table())
                .distinct()
                .count();
        if (tables > 1) {
            throw new DamagedInputException(
                    "Cannot read the exports: they come from %d tables. Give the folder of one export, or move the exports of other tables elsewhere."
                            .formatted(tables));
        }
    }
}
