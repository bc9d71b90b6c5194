package com.recipechatbot.analytics.upkeep;

import com.recipechatbot.analytics.extraction.RecipeExtractor;
import com.recipechatbot.analytics.ingest.ErasableExport;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.ClosedDays;
import com.recipechatbot.analytics.run.DataChecks;
import com.recipechatbot.analytics.run.DayInputs;
import com.recipechatbot.analytics.run.Inputs;
import com.recipechatbot.analytics.run.PeriodTables;
import com.recipechatbot.analytics.run.Progress;
import com.recipechatbot.analytics.run.PublishedDays;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Tombstones;
import com.recipechatbot.analytics.run.WorkingTables;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Erases users from a lake and from the export behind it. Tombstones come first, then the rows, then the published days
 * that had them, then everything that still shows earlier versions: killed anywhere and run again, it ends the same.
 */
public final class Erasure {

    /** Published days and weeks are restated this far back; what is older only names dishes of several users. */
    static final int RESTATED_DAYS = 90;

    private final SparkSession spark;
    private final Lake lake;
    private final Pseudonyms pseudonyms;
    private final List<String> users;
    private final int minUsers;
    private final InstantSource clock;

    public Erasure(
            SparkSession spark,
            Lake lake,
            Pseudonyms pseudonyms,
            List<String> users,
            int minUsers,
            InstantSource clock) {
        this.spark = spark;
        this.lake = lake;
        this.pseudonyms = pseudonyms;
        this.users = users;
        this.minUsers = minUsers;
        this.clock = clock;
    }

    public ErasureReceipt run(Optional<ErasableExport> export) {
        Progress progress = Progress.onStandardError(clock);
        String id = UUID.randomUUID().toString();
        try (Lease lease = lake.lease("erase", id, clock)) {
            progress.step("searching the export");
            ErasableExport.Found inExport =
                    export.map(files -> files.find(pseudonyms)).orElse(ErasableExport.Found.NOTHING);
            progress.step("searching the lake");
            PersonalRows rows = PersonalRows.find(
                    spark, lake, pseudonyms, users, inExport.conversationKeys(), inExport.recordKeys());

            long notKept = rows.notKept(inExport.searched());
            progress.step("writing tombstones");
            Tombstones.add(spark, lake, rows.tombstones(), progress.start(), id);
            Optional<DayRange> restatable = restatable();
            SortedSet<LocalDate> days = rows.days();
            ClosedDays.of(lake).removeFrom(days);
            SortedSet<LocalDate> ofItems = new TreeSet<>(days);
            days.removeIf(day -> !restatable.map(range -> range.contains(day)).orElse(false));
            days.addAll(lease.unfinishedDays());
            ClosedDays.of(lake).removeFrom(days);
            lease.willChange(days);

            Map<String, Long> deleted = delete(rows, ofItems, lease, progress);
            List<DataChecks.Finding> findings = restate(id, days, restatable, lease, progress);
            SortedSet<LocalDate> restated = DataChecks.sound(days, findings);
            SortedSet<LocalDate> failed = findings.stream()
                    .filter(DataChecks.Finding::fails)
                    .map(DataChecks.Finding::period)
                    .collect(Collectors.toCollection(TreeSet::new));
            record(id, progress.start(), restatable, restated, findings);
            forget(lease, progress);

            progress.step("rewriting the export");
            ErasableExport.Rewritten rewritten =
                    export.map(ErasableExport::rewrite).orElse(ErasableExport.Rewritten.NOTHING);
            ErasureReceipt receipt = new ErasureReceipt(
                    id,
                    progress.start(),
                    users.stream().map(pseudonyms::tombstone).sorted().toList(),
                    deleted,
                    restated,
                    failed,
                    rewritten,
                    export.map(ErasableExport::wholeExports).orElse(List.of()),
                    notTouched(rows, restatable, export, inExport, notKept));
            lake.folder().write(receipt.path(), receipt.toJson());
            lease.finish(failed);
            return receipt;
        }
    }

    /** By the same code as a daily run, from what is left. */
    private List<DataChecks.Finding> restate(
            String id, SortedSet<LocalDate> days, Optional<DayRange> restatable, Lease lease, Progress progress) {
        RunReport.Run run = new RunReport.Run(id, "erase", range(restatable, progress.start()), progress.start());
        Inputs inputs = new DayInputs(spark, lake, days, false)
                .ofRun(minUsers, RecipeExtractor.VERSION, run, List.of(), Map.of())
                .inputs();
        List<DataChecks.Finding> findings =
                new ArrayList<>(new PublishedDays(lake, days).replace(inputs, lease, progress));
        // A week that began before could be counted from a part of its days only.
        SortedSet<LocalDate> whole = restatable.stream()
                .flatMap(range -> range.days().stream()
                        .filter(day -> !ReportingWeek.of(day).monday().isBefore(range.from())))
                .collect(Collectors.toCollection(TreeSet::new));
        findings.addAll(
                new PeriodTables(spark, lake, progress).rebuild(whole, PeriodTables.Periods.PUBLISHED, minUsers));
        return findings;
    }

    private Map<String, Long> delete(PersonalRows rows, SortedSet<LocalDate> days, Lease lease, Progress progress) {
        Map<String, Long> deleted = new LinkedHashMap<>();
        for (MetricTable table : PersonalRows.tables()) {
            progress.step("deleting from " + table.tableName());
            deleted.put(table.tableName(), rows.deleteFrom(table));
            // A conversation that names them may count for other users as well. Its parts go last: they show what is
            // left
            // to do after a kill.
            if (table == MetricTable.USER_ACTIVITY) {
                List<LocalDate> opened =
                        days.stream().filter(pseudonyms::canName).toList();
                WorkingTables.rebuildActivity(lake, rows.partsThatStay(), pseudonyms, opened);
            } else if (table == MetricTable.USER_WEEK_ITEMS) {
                WorkingTables.rebuildWeekItems(spark, lake, pseudonyms, days);
            }
            lease.renew();
        }
        return deleted;
    }

    /** The last days that are published, as far as their rows have not expired; empty when nothing is published. */
    private Optional<DayRange> restatable() {
        Row newest = lake.read(MetricTable.DAILY_METRICS.contract())
                .selectExpr("max(unix_date(day))")
                .first();
        if (newest.isNullAt(0)) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.ofEpochDay(newest.getInt(0));
        LocalDate first = last.minusDays(RESTATED_DAYS - 1L);
        LocalDate kept = lake.settings().closedBefore().orElse(first);
        return Optional.of(new DayRange(first.isBefore(kept) && !last.isBefore(kept) ? kept : first, last));
    }

    private void record(
            String id,
            Instant start,
            Optional<DayRange> restatable,
            SortedSet<LocalDate> days,
            List<DataChecks.Finding> findings) {
        RunReport.Run run = new RunReport.Run(id, "erase", range(restatable, start), start);
        new RunReport(run, RecordCounts.NONE, List.of(), List.of(), days, findings)
                .record(spark, lake, clock.instant());
    }

    private DayRange range(Optional<DayRange> restatable, Instant start) {
        return restatable.orElseGet(() -> DayRange.of(LocalDate.ofInstant(start, lake.zone())));
    }

    private void forget(Lease lease, Progress progress) {
        for (MetricTable table : MetricTable.values()) {
            progress.step("removing earlier versions of " + table.tableName());
            lake.forgetHistory(table.contract());
            lease.renew();
        }
    }

    private List<String> notTouched(
            PersonalRows rows,
            Optional<DayRange> restatable,
            Optional<ErasableExport> export,
            ErasableExport.Found inExport,
            long notKept) {
        List<String> notes = new ArrayList<>();
        restatable.ifPresent(range -> notes.add(
                "Published days before %s, and weeks that began before it: they hold totals, and name dishes only of at least --min-users users."
                        .formatted(range.from())));
        lake.settings()
                .keys()
                .daysOfOthers(pseudonyms.keyFingerprints())
                .forEach(days ->
                        notes.add("Rows of the %s: they were made with other keys. Run erase again with those keys."
                                .formatted(days)));
        rows.daysSearched().stream()
                .filter(day -> !pseudonyms.canName(day))
                .map(YearMonth::from)
                .distinct()
                .forEach(month ->
                        notes.add("Rows of %s: the key of that month was shredded, so nobody can tell whose they are."
                                .formatted(month)));
        if (export.isEmpty()) {
            notes.add("The export: run again with --input to search it.");
        }
        export.map(ErasableExport::notes)
                .orElse(List.of())
                .forEach(note -> notes.add("The export, in part: %s. Search these by hand.".formatted(note)));
        if (rows.sealedNotSearched() > 0) {
            notes.add(
                    "Rejected records that are kept, encrypted under a key that was not given: %,d. Run again with the keys of the runs that kept them."
                            .formatted(rows.sealedNotSearched()));
        }
        if (notKept > 0) {
            notes.add(
                    "Rejected records that are not kept and that the input does not hold: %,d. They name no user: run again with --input of the export that they came from, or wait until they expire."
                            .formatted(notKept));
        }
        if (inExport.notSearched() > 0) {
            notes.add("%d records of the export over 32 MB, which are not searched: look at them by hand."
                    .formatted(inExport.notSearched()));
        }
        notes.add("Copies elsewhere: backups, noncurrent versions of a bucket, the chatbot's own database.");
        return notes;
    }
}
