package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.DataChecks.Finding;
import com.recipechatbot.analytics.run.PeriodTables.Periods;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Puts what a run has read into the lake: replaces the rows of its sources in the working tables, then the days and
 * weeks that these touch in the published ones.
 */
public record Publication(
        SparkSession spark, Lake lake, int minUsers, boolean keepsText, Tasks tasks, Progress progress) {

    /**
     * The result.
     *
     * @param sound the days that were published
     * @param failed the days that were not, because a check failed
     * @param unpublished the days of other messages, see {@link WorkingTables.Change}
     */
    public record Published(
            SortedSet<LocalDate> sound,
            SortedSet<LocalDate> failed,
            SortedSet<LocalDate> unpublished,
            List<Finding> findings) {

        static final int NAMED = 20;

        /** Of a run that wrote nothing. */
        public static Published nothing(SortedSet<LocalDate> unfinished) {
            return new Published(new TreeSet<>(), unfinished, new TreeSet<>(), List.of());
        }

        /** A sentence about the days that are not published; none without them. */
        public List<String> notes() {
            String more = unpublished.size() > NAMED ? " and %,d more".formatted(unpublished.size() - NAMED) : "";
            return unpublished.isEmpty()
                    ? List.of()
                    : List.of(
                            "loaded, but not published: messages of %s%s. The run that reads the input of these days publishes them."
                                    .formatted(
                                            unpublished.stream()
                                                    .limit(NAMED)
                                                    .map(LocalDate::toString)
                                                    .collect(Collectors.joining(", ")),
                                            more));
        }
    }

    /**
     * @param sources the days that the run stands for, even if they are empty
     * @param keepsRejected leaves {@code rejected_records} as they are
     */
    public Published publish(
            Lease lease,
            RunReport.Run run,
            Folding.Folded folded,
            List<Source> sources,
            Periods periods,
            boolean keepsRejected) {
        folded.export().ifPresent(export -> export.verifyUnchanged());
        WorkingTables working = folded.working();
        SortedSet<LocalDate> again = new TreeSet<>(lease.unfinishedDays());
        boolean hasAnotherThreshold = MinUsers.isAnotherThanIn(lake, minUsers);
        if (hasAnotherThreshold) {
            again.addAll(Days.ofFew(lake.readFew(MetricTable.DAILY_METRICS.contract())));
        }
        WorkingTables.Change change =
                working.change(folded, sources.stream().map(Source::day).toList(), again);
        lease.willChange(change.days());
        DayInputs inputs = new DayInputs(spark, lake, change.days(), tasks.isOne());
        inputs.ofRun(
                minUsers,
                folded.rules().extractorVersion(),
                run,
                sources,
                folded.counts().changedDays());
        for (MetricTable table :
                working.replacedBySource(keepsText, folded.counts().tellsWrites())) {
            if (table != MetricTable.REJECTED_RECORDS || !keepsRejected) {
                progress.step("writing " + table.tableName());
                working.replaceSources(table, folded, rows -> inputs.written(table, rows, change.meetsOthers()));
                lease.renew();
            }
        }
        progress.step("writing conversations");
        working.replaceMerged(change, folded, inputs);
        lease.renew();
        folded.release();
        tasks.applyWithoutMessages(spark);
        List<Finding> findings =
                new ArrayList<>(new PublishedDays(lake, change.days()).replace(inputs.inputs(), lease, progress));
        SortedSet<LocalDate> sound = DataChecks.sound(change.days(), findings);
        findings.addAll(new PeriodTables(spark, lake, progress, inputs.begun()).rebuild(sound, periods, minUsers));
        if (hasAnotherThreshold) {
            // Earlier versions name dishes that the tables no longer name.
            progress.step("removing earlier versions of published tables");
            MetricTable.published().forEach(table -> lake.forgetHistory(table.contract()));
            lease.renew();
        }
        lake.settings().keepMinUsers(minUsers);
        SortedSet<LocalDate> failed = new TreeSet<>(change.days());
        failed.removeAll(sound);
        return new Published(sound, failed, change.unpublished(), findings);
    }
}
