package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.job.DataChecks.Finding;
import com.recipechatbot.analytics.job.PeriodTables.Periods;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Puts what a run has read into the lake: replaces the rows of its sources in the working tables, then the days and
 * weeks that these touch in the published ones.
 */
public record Publication(
        SparkSession spark,
        Lake lake,
        int minUsers,
        LexiconTitles lexicon,
        boolean keepsText,
        Tasks tasks,
        Progress progress) {

    /**
     * What came of it.
     *
     * @param sound the days that were published
     * @param failed the days that were not, because a check failed
     */
    public record Published(
            RecordCounts counts, SortedSet<LocalDate> sound, SortedSet<LocalDate> failed, List<Finding> findings) {}

    /**
     * @param sources the days that the run stands for, even if they are empty
     * @param keepsRejected leaves {@code rejected_records} as they are
     */
    public Published publish(
            Lease lease,
            RunReport.Run run,
            ReadRecords read,
            List<Source> sources,
            Periods periods,
            boolean keepsRejected) {
        WorkingTables working = read.working();
        RecordCounts counts = read.counts();
        Dataset<Row> records = working.markKnown(read.facts(), counts);
        if (records != read.facts()) {
            counts = RecordCounts.of(records);
        }
        read.export().ifPresent(export -> export.verifyUnchanged());

        WorkingTables.Change change =
                working.change(records, sources.stream().map(Source::day).toList(), lease.unfinishedDays());
        lease.willChange(change.days());
        for (MetricTable table : working.replacedBySource(keepsText, counts.written() > 0)) {
            if (table != MetricTable.REJECTED_RECORDS || !keepsRejected) {
                progress.step("writing " + table.tableName());
                working.replaceSources(table, records);
                lease.renew();
            }
        }
        PublishedDays published = new PublishedDays(spark, lake, change.days());
        published.readInputDays(sources);
        published.readChanges(records);
        published.use(minUsers, lexicon.extractorVersion(), run);
        progress.step("writing conversations");
        working.replaceConversations(change);
        lease.renew();
        tasks.applyWithoutMessages(spark);
        List<Finding> findings = new ArrayList<>(published.replace(lease, progress));
        SortedSet<LocalDate> sound = DataChecks.sound(change.days(), findings);
        findings.addAll(new PeriodTables(spark, lake, progress).rebuild(sound, periods, minUsers));
        if (records != read.facts()) {
            records.unpersist();
        }
        read.facts().unpersist();
        SortedSet<LocalDate> failed = new TreeSet<>(change.days());
        failed.removeAll(sound);
        return new Published(counts, sound, failed, findings);
    }
}
