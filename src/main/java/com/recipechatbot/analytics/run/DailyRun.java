package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.ConversationExport;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.PeriodTables.Periods;
import com.recipechatbot.analytics.run.fold.Exclusions;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Rebuilds what the sources of some days touch: reads each record once, replaces the rows of the sources in the working
 * tables, then the touched days and weeks in the published ones. Running it again gives the same tables; after a kill
 * the next run finishes what was begun.
 */
public final class DailyRun {

    private DailyRun() {}

    /** @param daysIn the days to run, told the zone of the lake */
    public static RunReport run(
            SparkSession spark, String job, RunOptions options, Function<ZoneId, DayRange> daysIn, Periods periods) {
        Progress progress = Progress.onStandardError(options.clock());
        // Everything that can be wrong with the arguments is found before the first write.
        LexiconTitles lexicon = options.lexicon();
        List<String> excludedUsers = options.excludedUsers();
        KeyRing keys = KeyRing.read(options.keys());
        Pseudonyms pseudonyms = new Pseudonyms(keys);
        Lake lake = Lake.open(spark, options.lake(), options.zone());
        int minUsers = options.minUsers().of(lake);
        FieldMapping mapping = options.fields().of(lake);
        DayRange days = daysIn.apply(lake.zone());
        ClosedDays.of(lake).refuse(days);
        keys.requireKeysOf(days);
        ConversationExport export =
                ConversationExport.open(spark.sparkContext().hadoopConfiguration(), options.input(), days, lake.zone());
        Session.useZone(spark, lake.zone());
        RunReport.Run run = new RunReport.Run(UUID.randomUUID().toString(), job, days, progress.start());

        try (Lease lease = lake.lease(job, run.id(), options.clock())) {
            lake.keepMinUsers(minUsers);
            lake.keepFields(mapping.entries());
            progress.step("reading %d of %d days, %,d bytes"
                    .formatted(days.size() - export.missingDays().size(), days.size(), bytes(export)));
            Tasks tasks = Tasks.forInput(spark, bytes(export));
            tasks.applyTo(spark);
            // Read under the lease: an erasure may have ended just before.
            Exclusions exclusions = Tombstones.exclusions(lake, pseudonyms, excludedUsers);
            Folding folding =
                    new Folding(spark, lake, pseudonyms, exclusions, lexicon, options.keepsText(), mapping, tasks);
            Folding.Folded folded = folding.read(export);
            RecordCounts counts = folded.counts();
            ConversationExport whole = folded.export().orElse(export);
            List<Source> sources = whole.sources(counts.firstDay(), counts.lastDay());
            whole.requireDays(sources);

            Publication.Published published = new Publication(
                            spark, lake, minUsers, lexicon, options.keepsText(), tasks, progress)
                    .publish(lease, run, folded, sources, periods, false);
            RunReport report = new RunReport(
                    run,
                    counts,
                    sources,
                    export.missingDays(sources),
                    published.sound(),
                    published.findings(),
                    export.notes(),
                    counts.stale(),
                    Optional.of(Freshness.of(lake)));
            report.record(spark, lake, options.clock().instant());
            lease.finish(published.failed());
            return report;
        }
    }

    private static long bytes(ConversationExport export) {
        return export.reads().stream()
                .flatMap(source -> source.files().stream())
                .mapToLong(file -> file.length())
                .sum();
    }
}
