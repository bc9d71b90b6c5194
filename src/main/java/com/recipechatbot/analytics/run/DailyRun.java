package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.PeriodTables.Periods;
import com.recipechatbot.analytics.run.fold.Exclusions;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Rebuilds what the sources of some days touch: reads each record once, replaces the rows of the sources in the working
 * tables, then the touched days and weeks in the published ones. Running it again gives the same tables; after a kill
 * the next run finishes what was begun.
 */
public final class DailyRun {

    private DailyRun() {}

    /** @param daysIn the days to run, given the zone of the lake */
    public static RunReport run(
            SparkSession spark, String job, RunOptions options, Function<ZoneId, DayRange> daysIn, Periods periods) {
        Progress progress = Progress.onStandardError(options.clock());
        WarmUp.start();
        // Everything that can be wrong with the arguments is found before the first write.
        LexiconTitles lexicon = options.lexicon();
        List<String> excludedUsers = options.excludedUsers();
        Lake lake = Lake.open(spark, options.lake(), options.zone());
        LakeKeys keys = LakeKeys.read(lake, options.keys());
        Pseudonyms pseudonyms = new Pseudonyms(keys.ring());
        // A backfill starts lost tables again, and says so; a daily run would leave all other days out of them.
        List<String> lost = periods == Periods.TOUCHED ? lake.lostTables(MetricTable.contracts()) : List.of();
        if (periods == Periods.PUBLISHED) {
            lake.requireTables(MetricTable.contracts());
        }
        int minUsers = options.minUsers().of(lake);
        FieldMapping mapping = options.fields().of(lake);
        DayRange days = daysIn.apply(lake.zone());
        ClosedDays.of(lake).refuse(days);
        keys.ring().requireKeysOf(days);
        if (!options.newKeys()) {
            keys.requireSame();
        }
        ConversationExport export =
                ConversationExport.open(spark.sparkContext().hadoopConfiguration(), options.input(), days, lake.zone());
        if (options.newKeys()) {
            keys.requireBeginning(days, export.missingDays());
        }
        Session.useZone(spark, lake.zone());
        RunReport.Run run = new RunReport.Run(UUID.randomUUID().toString(), job, days, progress.start());

        try (Lease lease = lake.lease(job, run.id(), options.clock())) {
            options.tools().ifPresent(lake.settings()::keepTools);
            if (options.newKeys()) {
                keys.begin(days, lease);
            }
            progress.step("reading %d of %d days, %,d bytes"
                    .formatted(days.size() - export.missingDays().size(), days.size(), bytes(export)));
            Tasks tasks = Tasks.forInput(spark, bytes(export));
            tasks.applyTo(spark);
            // Read under the lease: an erasure may have ended just before.
            Exclusions exclusions = Tombstones.exclusions(lake, pseudonyms, excludedUsers);
            Folding folding =
                    new Folding(spark, lake, pseudonyms, exclusions, lexicon, options.keepsText(), mapping, tasks);
            Intake intake = Intake.read(folding, export, days, options.maxRejected());
            // A mapping by which nothing could be used is not kept.
            if (intake.folded().isPresent()) {
                lake.settings().keepFields(mapping.entries());
            }
            keys.keep(Stream.concat(days.days().stream(), intake.counts().loadedDays().stream())
                    .toList());
            Publication publication = new Publication(spark, lake, minUsers, options.keepsText(), tasks, progress);
            Publication.Published published = intake.folded()
                    .map(folded -> publication.publish(lease, run, folded, intake.used(), periods, false))
                    .orElse(Publication.Published.nothing(lease.unfinishedDays()));
            RunReport report = new RunReport(
                    run,
                    intake.counts(),
                    intake.used(),
                    export.missingDays(intake.present()),
                    published.sound(),
                    Stream.concat(intake.findings().stream(), published.findings().stream())
                            .toList(),
                    Stream.of(export.notes(), published.notes(), silence(export, intake), notes(lost))
                            .flatMap(List::stream)
                            .toList(),
                    intake.counts().stale(),
                    Optional.of(Freshness.of(lake)));
            report.record(spark, lake, options.clock().instant());
            lease.finish(published.failed());
            return report;
        }
    }

    /** A new table is empty, and so may its first days be. */
    private static List<String> silence(ConversationExport export, Intake intake) {
        return export.isByMessageDay()
                        && intake.counts().read() == 0
                        && !intake.used().isEmpty()
                ? List.of("the table holds no messages of these days: they are published as days without messages")
                : List.of();
    }

    private static List<String> notes(List<String> lost) {
        return lost.isEmpty()
                ? List.of()
                : List.of(
                        "lost tables, started again with the days of this run only: %s. Run backfill over all days of the export."
                                .formatted(String.join(", ", lost)));
    }

    private static long bytes(ConversationExport export) {
        return export.reads().stream()
                .flatMap(source -> source.files().stream())
                .mapToLong(file -> file.length())
                .sum();
    }
}
