package com.recipechatbot.analytics.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.KeptRecord;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.run.DailyRun;
import com.recipechatbot.analytics.run.Folding;
import com.recipechatbot.analytics.run.LakeKeys;
import com.recipechatbot.analytics.run.LexiconTitles;
import com.recipechatbot.analytics.run.PeriodTables.Periods;
import com.recipechatbot.analytics.run.Progress;
import com.recipechatbot.analytics.run.Publication;
import com.recipechatbot.analytics.run.RunOptions;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.run.SourceDays;
import com.recipechatbot.analytics.run.Tasks;
import com.recipechatbot.analytics.run.Tombstones;
import com.recipechatbot.analytics.run.fold.Exclusions;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;

/**
 * Parses rejected records again. Those that are kept sealed become a source of their own, and leave
 * {@code rejected_records} when their messages are in the tables; the others are found by reading their days again.
 */
public final class Replay {

    private static final String JOB = "replay";

    private final SparkSession spark;
    private final RunOptions options;

    public Replay(SparkSession spark, RunOptions options) {
        this.spark = spark;
        this.options = options;
    }

    /** What each of its runs did. */
    public List<RunReport> run() {
        return options.input() == null ? List.of(replaySealed()) : readAgain();
    }

    private List<RunReport> readAgain() {
        List<RunReport> reports = new ArrayList<>();
        Lake lake = Lake.existing(spark, options.lake());
        for (DayRange days : RejectedDays.of(lake)) {
            reports.add(DailyRun.run(spark, JOB, options, zone -> days, Periods.PUBLISHED));
        }
        return reports;
    }

    private RunReport replaySealed() {
        Progress progress = Progress.onStandardError(options.clock());
        LexiconTitles lexicon = options.lexicon();
        List<String> excludedUsers = options.excludedUsers();
        Lake lake = Lake.existing(spark, options.lake());
        lake.requireTables(MetricTable.contracts());
        LakeKeys keys = LakeKeys.read(lake, options.keys());
        keys.requireSame();
        Pseudonyms pseudonyms = new Pseudonyms(keys.ring());
        if (!pseudonyms.quarantine().hasKey()) {
            throw new UsageException(
                    "Cannot replay what the lake keeps: the keys include no quarantine key, so rejected records are not kept. Give --input, the export that they came from.");
        }
        int minUsers = options.minUsers().of(lake);
        FieldMapping mapping = options.fields().of(lake);
        Session.useZone(spark, lake.zone());
        LocalDate today = LocalDate.ofInstant(progress.start(), lake.zone());
        RunReport.Run run = new RunReport.Run(UUID.randomUUID().toString(), JOB, DayRange.of(today), progress.start());
        Source source = Source.ofRecords(
                new SourceId(SourceId.Kind.REPLAY, today, run.id().substring(0, 8)));

        try (Lease lease = lake.lease(JOB, run.id(), options.clock())) {
            progress.step("parsing rejected records");
            options.tools().ifPresent(lake.settings()::keepTools);
            Exclusions exclusions = Tombstones.exclusions(lake, pseudonyms, excludedUsers);
            List<SourceId> replaced = new ArrayList<>(killed(lake));
            boolean wasKilled = !replaced.isEmpty();
            replaced.add(source.sourceId());
            Dataset<Row> rejected = lake.read(MetricTable.REJECTED_RECORDS.contract());
            Dataset<Row> parsed = parse(rejected.where("sealed_record IS NOT NULL"), pseudonyms, mapping);
            long notSealed = rejected.where("sealed_record IS NULL").count();
            Tasks tasks = new Tasks(1);
            tasks.applyTo(spark);
            Folding folding =
                    new Folding(spark, lake, pseudonyms, exclusions, lexicon, options.keepsText(), mapping, tasks);
            Folding.Folded folded =
                    folding.read(parsed.withColumn("source_id", lit(source.id())), SourceDays.of(replaced));
            keys.keep(folded.counts().loadedDays());
            Dataset<Row> passing = parsed.where("reason IS NULL");
            boolean isInVain = !wasKilled && passing.isEmpty();
            Publication.Published published = isInVain
                    ? Publication.Published.nothing(new TreeSet<>())
                    : new Publication(spark, lake, minUsers, options.keepsText(), tasks, progress)
                            .publish(lease, run, folded, List.of(), Periods.PUBLISHED, true);
            RunReport report = new RunReport(
                    run,
                    folded.counts(),
                    List.of(),
                    List.of(),
                    published.sound(),
                    published.findings(),
                    Stream.concat(
                                    published.notes().stream(),
                                    LongStream.of(notSealed)
                                            .filter(records -> records > 0)
                                            .mapToObj(
                                                    "%,d rejected records are not kept and were not parsed: run again with --input, the export that they came from"
                                                            ::formatted))
                            .toList(),
                    folded.counts().stale(),
                    Optional.empty());
            // From here on its rows are whole; killed before the next step, the next replay counts duplicates.
            report.record(spark, lake, options.clock().instant());
            if (!isInVain) {
                progress.step("taking what passes out of rejected_records");
                lake.delete(
                        MetricTable.REJECTED_RECORDS.contract(),
                        "record_key",
                        passing.select(col("record_key").as("key")).distinct().localCheckpoint());
                lease.finish(published.failed());
            }
            return report;
        }
    }

    /**
     * The sources of replays that were killed before they were recorded: some tables may have their rows and some not.
     * Their records are still rejected ones, so this run puts its own rows in their place.
     */
    private static List<SourceId> killed(Lake lake) {
        Dataset<Row> recorded = lake.read(MetricTable.PIPELINE_RUNS.contract())
                .select(functions.substring(col("run_id"), 1, 8).as("run"));
        return lake
                .read(MetricTable.CONVERSATION_PARTS.contract())
                .where("source_id LIKE 'replay-%'")
                .select("source_id")
                .distinct()
                .join(recorded, functions.expr("right(source_id, 8) = run"), "left_anti")
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .map(SourceId::parse)
                .toList();
    }

    /** The columns of a record as the ingest reads it, and {@code record_key}. */
    private static Dataset<Row> parse(Dataset<Row> rejected, Pseudonyms pseudonyms, FieldMapping mapping) {
        UDF2<byte[], String, List<Row>> parser =
                (locked, key) -> KeptRecord.parse(pseudonyms.quarantine().open(locked, key), mapping);
        return rejected.withColumn(
                        "parsed",
                        functions.explode(functions
                                .udf(parser, new ArrayType(KeptRecord.SCHEMA, false))
                                // Reading it twice would open it twice.
                                .asNondeterministic()
                                .apply(col("sealed_record"), col("record_key"))))
                .select("file", "line", "byte_offset", "byte_length", "record_key", "parsed.*");
    }
}
