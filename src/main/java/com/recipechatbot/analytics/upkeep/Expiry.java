package com.recipechatbot.analytics.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.Lease;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.CompatibilityFiles;
import com.recipechatbot.analytics.run.Progress;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.fold.RecordCounts;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.TableContract;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Deletes what is older than its table promises to keep, by the days in the rows and never by the age of files. Before
 * anything goes, the lake records the first day whose working rows are complete; running it again deletes nothing more.
 */
public final class Expiry {

    /** How long a query of a published table may take. */
    private static final Duration READERS = Duration.ofDays(1);

    private final SparkSession spark;
    private final Lake lake;
    private final LocalDate asOf;
    private final InstantSource clock;

    public Expiry(SparkSession spark, Lake lake, LocalDate asOf, InstantSource clock) {
        this.spark = spark;
        this.lake = lake;
        this.asOf = asOf;
        this.clock = clock;
    }

    /**
     * What was deleted from one table.
     *
     * @param keptFrom the first day that is kept; null when all are
     */
    public record Expired(String table, String retention, LocalDate keptFrom, long rows) {}

    public List<Expired> run() {
        Progress progress = Progress.onStandardError(clock);
        String id = UUID.randomUUID().toString();
        List<Expired> expired = new ArrayList<>();
        try (Lease lease = lake.lease("expire", id, clock)) {
            Map<MetricTable, OptionalLong> before = publishedVersions();
            TableContract parts = MetricTable.CONVERSATION_PARTS.contract();
            parts.firstDayKept(asOf).ifPresent(lake.settings()::expireBefore);
            for (MetricTable table : order()) {
                progress.step("deleting from " + table.tableName());
                TableContract contract = table.contract();
                Optional<LocalDate> first = contract.firstDayKept(asOf);
                long rows = first.map(day -> deleteBefore(table, day)).orElse(0L);
                expired.add(new Expired(contract.name(), contract.retention(), first.orElse(null), rows));
                lease.renew();
            }
            expired.add(deleteFiles(progress));
            record(id, progress.start());
            for (MetricTable table : MetricTable.values()) {
                progress.step("compacting %s and removing its earlier versions".formatted(table.tableName()));
                lake.compact(table.contract());
                forgetHistory(table, before.getOrDefault(table, OptionalLong.empty()));
                lease.renew();
            }
        }
        return expired;
    }

    private Map<MetricTable, OptionalLong> publishedVersions() {
        Map<MetricTable, OptionalLong> versions = new EnumMap<>(MetricTable.class);
        MetricTable.published().forEach(table -> versions.put(table, lake.version(table.contract())));
        return versions;
    }

    /** Somebody may be reading a published table: what was there when this run began, or is a day old at most, stays. */
    private void forgetHistory(MetricTable table, OptionalLong before) {
        if (before.isPresent()) {
            lake.forgetHistory(table.contract(), clock.instant().minus(READERS), before.getAsLong());
        } else {
            lake.forgetHistory(table.contract());
        }
    }

    /** The parts show which conversations are over, so they go after the conversations. */
    private static List<MetricTable> order() {
        List<MetricTable> order = new ArrayList<>(List.of(MetricTable.values()));
        order.remove(MetricTable.CONVERSATION_PARTS);
        order.add(order.indexOf(MetricTable.CONVERSATIONS) + 1, MetricTable.CONVERSATION_PARTS);
        return order;
    }

    /** A conversation goes as a whole: merged from the parts that are left, it would begin on a later day. */
    private long deleteBefore(MetricTable table, LocalDate day) {
        if (table == MetricTable.CONVERSATIONS || table == MetricTable.CONVERSATION_PARTS) {
            return deleteConversations(table, day);
        }
        return lake.delete(table.contract(), condition(table.contract(), day));
    }

    private long deleteConversations(MetricTable from, LocalDate day) {
        Dataset<Row> over = lake.read(MetricTable.CONVERSATION_PARTS.contract())
                .groupBy(col("conversation_key").as("key"))
                .agg(max("day").as("last"))
                .where(col("last").lt(lit(day)))
                .select("key");
        return lake.delete(from.contract(), "conversation_key", over.localCheckpoint());
    }

    private static String condition(TableContract table, LocalDate day) {
        for (String column : List.of("day", "week_start", "month_start", "cohort_day", "cohort_week")) {
            if (table.has(column)) {
                return "%s < DATE '%s'".formatted(column, day);
            }
        }
        for (String column : List.of("sent_at", "started_at")) {
            if (table.has(column)) {
                return "%s < TIMESTAMP '%s 00:00:00'".formatted(column, day);
            }
        }
        // A rejected record has no time that can be trusted: it goes with its source, whose id names the day.
        return "try_cast(regexp_extract(source_id, '[0-9]{4}-[0-9]{2}-[0-9]{2}', 0) AS DATE) < DATE '%s'"
                .formatted(day);
    }

    /** The daily files are kept as long as daily_metrics. */
    private Expired deleteFiles(Progress progress) {
        progress.step("deleting compatibility files");
        TableContract contract = MetricTable.DAILY_METRICS.contract();
        LocalDate first = contract.firstDayKept(asOf).orElse(LocalDate.MIN);
        long count = CompatibilityFiles.deleteBefore(lake.folder(), first);
        return new Expired("compatibility files", contract.retention(), first, count);
    }

    private void record(String id, Instant start) {
        RunReport.Run run = new RunReport.Run(id, "expire", DayRange.of(asOf), start);
        new RunReport(run, RecordCounts.NONE, List.of(), List.of(), new TreeSet<>(), List.of())
                .record(spark, lake, clock.instant());
    }

    /** What was deleted, as a table for people. */
    public static String summary(List<Expired> expired) {
        StringBuilder text = new StringBuilder();
        text.append("%-22s %-10s %-11s %10s%n".formatted("table", "kept", "from", "deleted"));
        expired.forEach(table -> text.append("%-22s %-10s %-11s %,10d%n"
                .formatted(
                        table.table(),
                        table.retention(),
                        table.keptFrom() == null ? "-" : table.keptFrom(),
                        table.rows())));
        return text.toString();
    }
}
