package com.recipechatbot.analytics.lake;

import com.recipechatbot.analytics.tables.TableContract;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A folder of Delta tables that belong together, each in the folder of its area. Each write
 * replaces part of one table in one commit and leaves a table that Athena can read.
 */
public final class Lake {

    /** With Delta's default limit of 1 GB, every day of a large lake would be written twice. */
    private static final Map<String, String> SMALL_FILES =
            Map.of("spark.databricks.delta.optimize.minFileSize", Integer.toString(32 << 20));

    private static final String STATISTICS = "delta.dataSkippingStatsColumns";

    private final SparkSession spark;
    private final LakeFolder folder;
    private final ZoneId zone;
    private final SortedMap<String, Long> versions = new TreeMap<>();
    private final Map<String, Dataset<Row>> few = new ConcurrentHashMap<>();
    private final Map<String, TableFiles> files = new ConcurrentHashMap<>();

    private Lake(SparkSession spark, LakeFolder folder, ZoneId zone) {
        this.spark = spark;
        this.folder = folder;
        this.zone = zone;
    }

    /**
     * Opens a lake, or a location where one can be started. Writes nothing.
     *
     * @param zone the time zone of the lake's days, or empty for the lake's own (UTC if it is new)
     * @throws LakeException when the path contains something else, a newer lake, or a lake with another zone
     */
    public static Lake open(SparkSession spark, String location, Optional<ZoneId> zone) {
        LakeFolder folder = new LakeFolder(spark.sparkContext().hadoopConfiguration(), location);
        if (folder.isFile()) {
            throw new LakeException("Cannot use %s as a lake: it is a file. Name a folder.".formatted(location));
        }
        Optional<LakeMarker> marker = LakeMarker.read(folder);
        if (marker.isEmpty()) {
            if (!folder.isEmpty()) {
                throw new LakeException(
                        "Cannot use %s as a lake: it contains something else (no lake.json). Name an empty or new folder."
                                .formatted(location));
            }
            return new Lake(spark, folder, zone.orElse(ZoneId.of("UTC")));
        }
        int format = marker.get().format();
        if (format < LakeMarker.OLDEST) {
            throw new LakeException(
                    "Cannot use the lake %s: it has format %d, which no released version wrote. Backfill its days into a new lake."
                            .formatted(location, format));
        }
        if (format > LakeMarker.FORMAT) {
            throw new LakeException(
                    "Cannot use the lake %s: it has format %d, and this version reads up to %d. Use the version that wrote it, or a newer one."
                            .formatted(location, format, LakeMarker.FORMAT));
        }
        ZoneId written = marker.get().zone();
        if (zone.isPresent() && !zone.get().equals(written)) {
            throw new LakeException(
                    "Cannot write days in zone %s: the lake %s has had days in %s since its first write. Omit --zone, or start a new lake."
                            .formatted(zone.get(), location, written));
        }
        return new Lake(spark, folder, written);
    }

    /**
     * Opens an existing lake. Writes nothing.
     *
     * @throws LakeException when there is none
     */
    public static Lake existing(SparkSession spark, String location) {
        Lake lake = open(spark, location, Optional.empty());
        if (lake.isNew()) {
            throw new LakeException("Cannot open the lake %s: it does not exist. Check the path.".formatted(location));
        }
        return lake;
    }

    /** What the lake keeps for later runs beside its tables. */
    public LakeSettings settings() {
        return new LakeSettings(folder, zone);
    }

    /** Whether nothing was written to it yet. */
    public boolean isNew() {
        return LakeMarker.read(folder).isEmpty();
    }

    /** The names of the tables that were written before and are gone. */
    public List<String> lostTables(Collection<TableContract> tables) {
        SortedSet<String> written =
                LakeMarker.read(folder).map(LakeMarker::tables).orElse(new TreeSet<>());
        return tables.stream()
                .filter(table -> written.contains(table.name()) && !exists(table))
                .map(TableContract::name)
                .toList();
    }

    /** @throws LostTablesException when a table is gone, which a write would start from nothing */
    public void requireTables(Collection<TableContract> tables) {
        List<String> lost = lostTables(tables);
        if (!lost.isEmpty()) {
            throw new LostTablesException(
                    "Cannot write to the lake %s: it has lost %s. Restore the folders, or run backfill over all days of the export, which starts these tables again."
                            .formatted(folder.root(), String.join(", ", lost)));
        }
    }

    /** The time zone of the lake's days. */
    public ZoneId zone() {
        return zone;
    }

    public LakeFolder folder() {
        return folder;
    }

    /**
     * Creates a separate lake with the same rows. It shares this lake's files until it replaces them, so it costs only
     * one commit per table, and must be deleted before this lake removes old versions.
     *
     * @param relative the new lake's path, relative to this one
     */
    public Lake copyTo(String relative, Collection<TableContract> tables) {
        Lake copy = new Lake(
                spark,
                new LakeFolder(
                        spark.sparkContext().hadoopConfiguration(),
                        folder.path(relative).toString()),
                zone);
        LakeMarker.readOrNew(folder, zone).write(copy.folder);
        tables.stream()
                .filter(this::exists)
                .forEach(table -> spark.sql("CREATE TABLE delta.`%s` SHALLOW CLONE delta.`%s`"
                        .formatted(copy.folder.whole(table.location()), folder.whole(table.location()))));
        return copy;
    }

    /**
     * Marks the folder as a lake, and acquires the right to write.
     *
     * @throws LakeBusyException when another run has it
     * @throws LakeException when the session's settings would create tables that Athena cannot read
     */
    public Lease lease(String job, String runId, InstantSource clock) {
        TableFormat.requireSafeSettings(spark);
        // This comes first: after a kill, the next run must find a lake, not a folder with something else in it.
        folder.createForOwner();
        LakeMarker.of(zone).create(folder);
        Lease lease = Lease.take(folder, job, runId, clock);
        few.clear();
        if (lease.isTakenOver()) {
            fence(clock.millis());
        }
        LakeMarker marker = LakeMarker.readOrNew(folder, zone);
        if (marker.format() < LakeMarker.FORMAT) {
            // This comes before the first new column is written: an older version must not write to a format it does
            // not know.
            marker.write(folder);
        }
        return lease;
    }

    /**
     * Takes the next version of each table, so that a commit that the previous run has in progress comes too late.
     * Commits that it starts later check the lease first.
     */
    private void fence(long time) {
        for (String area : TableContract.AREAS) {
            for (String table : folder.foldersIn(area)) {
                DeltaLog log = DeltaLog.forTable(spark, folder.path(area + "/" + table));
                if (log.tableExists()) {
                    Action fence = new SetTransaction("lease", time, Option.empty());
                    log.startTransaction(Option.empty(), Option.empty())
                            .commit(
                                    CollectionConverters.asScala(List.of(fence)).toSeq(),
                                    DeltaOperations.ManualUpdate$.MODULE$);
                }
            }
        }
    }

    /** The table's rows; none before the first write, and null in columns that an older version did not have. */
    public Dataset<Row> read(TableContract table) {
        if (!exists(table)) {
            return spark.createDataFrame(List.of(), schema(table));
        }
        return withAllColumns(table, files(table).read(spark));
    }

    /** The table's rows for which a condition holds: SQL over its columns. */
    public Dataset<Row> read(TableContract table, String condition) {
        return exists(table)
                ? withAllColumns(table, files(table).read(spark, condition))
                : read(table).where(condition);
    }

    /** The files of the newest version, listed once for each version. */
    private TableFiles files(TableContract table) {
        long version = newest(table).version();
        return files.compute(
                table.name(),
                (name, known) -> known != null && known.version() == version
                        ? known
                        : TableFiles.of(spark, location(table), version));
    }

    private Dataset<Row> withAllColumns(TableContract table, Dataset<Row> written) {
        Set<String> known = Set.of(written.columns());
        return written.select(List.of(schema(table).fields()).stream()
                .map(field -> known.contains(field.name())
                        ? functions.col(field.name())
                        : functions.lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new));
    }

    /** The rows of a table that has few, such as one a day: read once, and again after this lake has changed them. */
    public Dataset<Row> readFew(TableContract table) {
        return few.computeIfAbsent(table.name(), name -> {
            Dataset<Row> rows = read(table);
            return spark.createDataFrame(rows.collectAsList(), rows.schema());
        });
    }

    /** Replaces rows of a table that has few by rows that the driver holds: all that is in it then is known unread. */
    public void replaceFew(TableContract table, String condition, Dataset<Row> rows) {
        List<Row> all = new ArrayList<>(readFew(table).where("NOT " + condition).collectAsList());
        Dataset<Row> replaced = shape(table, rows).where(condition);
        all.addAll(replaced.collectAsList());
        replace(table, condition, replaced);
        few.put(table.name(), spark.createDataFrame(all, schema(table)));
    }

    public boolean exists(TableContract table) {
        // A run that was killed during the first write leaves a log folder without a commit.
        return DeltaLog.forTable(spark, location(table)).tableExists();
    }

    /**
     * Replaces the rows that match the condition, in one commit.
     *
     * @param condition SQL over the table's columns; new rows that do not match it are refused
     */
    public void replace(TableContract table, String condition, Dataset<Row> rows) {
        if (!exists(table)) {
            // A new table has nothing to look through.
            append(table, rows.where(condition));
            return;
        }
        if (!hasColumns(newest(table), schema(table))) {
            // An older version wrote the table: an empty append brings its columns up to date, or fails.
            append(table, rows.limit(0));
        }
        write(table, () -> change(table).replace(condition, shape(table, rows)));
    }

    private static boolean hasColumns(Snapshot newest, StructType schema) {
        StructType written = newest.metadata().schema();
        Set<String> names = Set.of(written.fieldNames());
        return Stream.of(schema.fields())
                .allMatch(field -> names.contains(field.name())
                        && written.apply(field.name())
                                .dataType()
                                .catalogString()
                                .equals(field.dataType().catalogString()));
    }

    /** The newest version of each table that was written through this object, by name. */
    public SortedMap<String, Long> writtenVersions() {
        return Collections.unmodifiableSortedMap(versions);
    }

    /** Makes a table that has no rows yet, so that readers find it. */
    public void create(TableContract table) {
        if (folder.foldersIn(table.area()).contains(table.name())) {
            // A run that was killed as it made the table left a folder, which Delta would refuse.
            append(table, spark.createDataFrame(List.of(), schema(table)));
            return;
        }
        write(table, () -> {
            DeltaTableBuilder builder = DeltaTable.create(spark)
                    .tableName("delta.`%s`".formatted(location(table).replace("`", "``")))
                    .location(location(table))
                    .addColumns(schema(table))
                    .property(STATISTICS, statistics(table));
            (table.partition() == null ? builder : builder.partitionedBy(table.partition())).execute();
        });
    }

    /** Adds rows in one commit. */
    public void append(TableContract table, Dataset<Row> rows) {
        write(table, () -> writer(table, rows).mode("append").save(location(table)));
    }

    /**
     * Deletes the rows that match a condition, in one commit.
     *
     * @return how many
     */
    public long delete(TableContract table, String condition) {
        if (!exists(table)) {
            return 0;
        }
        few.remove(table.name());
        return change(table).delete(condition);
    }

    /**
     * Deletes the rows whose column contains one of the keys, in one commit whose log entry contains none of them.
     *
     * @param keys one column, {@code key}, with distinct keys; it is computed several times
     * @return how many
     */
    public long delete(TableContract table, String column, Dataset<Row> keys) {
        if (!exists(table) || keys.isEmpty()) {
            return 0;
        }
        few.remove(table.name());
        return change(table).delete(column, keys);
    }

    /**
     * Changes values in the rows that match a condition, in one commit. The log keeps the condition.
     *
     * @return how many rows
     */
    public long update(TableContract table, Column condition, Map<String, Column> values) {
        if (!exists(table)) {
            return 0;
        }
        long rows = read(table).where(condition).count();
        few.remove(table.name());
        DeltaTable.forPath(spark, location(table)).update(condition, values);
        return rows;
    }

    /**
     * Changes values in the rows whose column contains one of the keys, in one commit whose log entry contains none of them.
     *
     * @param keys one column, {@code key}, with distinct keys
     * @return how many rows
     */
    public long update(TableContract table, String column, Dataset<Row> keys, Map<String, Column> values) {
        if (!exists(table) || keys.isEmpty()) {
            return 0;
        }
        few.remove(table.name());
        return DeltaTable.forPath(spark, location(table))
                .as("kept")
                .merge(keys, "kept.%s = key".formatted(column))
                .whenMatched()
                .update(values)
                .execute()
                .select("num_updated_rows")
                .first()
                .getLong(0);
    }

    private TableChange change(TableContract table) {
        return new TableChange(spark, DeltaLog.forTable(spark, location(table)), files(table));
    }

    /** The newest version of a table; empty before the first write. */
    public OptionalLong version(TableContract table) {
        return exists(table)
                ? OptionalLong.of(new TableHistory(spark, location(table)).newest())
                : OptionalLong.empty();
    }

    /** Removes the versions of a table that were committed before a time, but none from {@code keptFrom} on. */
    public void forgetHistory(TableContract table, Instant keptSince, long keptFrom) {
        if (exists(table)) {
            new TableHistory(spark, location(table)).forget(keptSince, keptFrom);
        }
    }

    /** Removes all traces of rows that are no longer in a table. Readers of earlier versions fail. */
    public void forgetHistory(TableContract table) {
        if (exists(table)) {
            new TableHistory(spark, location(table)).forget();
        }
    }

    /**
     * Merges small files, as left by each published day and each run, into a few larger ones. The rows do not change; a
     * table without small files is left alone.
     */
    public void compact(TableContract table) {
        if (exists(table)) {
            SessionSettings.during(
                    spark,
                    SMALL_FILES,
                    () -> spark.sql(
                            "OPTIMIZE delta.`%s`".formatted(location(table).replace("`", "``"))));
            committed(table);
        }
    }

    private void write(TableContract table, Runnable commit) {
        few.remove(table.name());
        commit.run();
        // After the first commit: a table that a kill kept from being made is not a lost one.
        record(table.name(), committed(table).version());
    }

    /** Two tables may be written at a time. */
    private synchronized void record(String table, long version) {
        if (!LakeMarker.readOrNew(folder, zone).tables().contains(table)) {
            LakeMarker.readOrNew(folder, zone).withTable(table).write(folder);
        }
        versions.put(table, version);
    }

    private Snapshot newest(TableContract table) {
        return DeltaLog.forTable(spark, location(table)).update(false, Option.empty(), Option.empty());
    }

    /** The table as of the last commit, which Athena can read. */
    private Snapshot committed(TableContract table) {
        Snapshot written = newest(table);
        TableFormat.requireReadableByAthena(written, table);
        return written;
    }

    /** Rows as the table holds them: its columns, in their order and types. */
    public static Dataset<Row> shape(TableContract table, Dataset<Row> rows) {
        return rows.select(List.of(schema(table).fields()).stream()
                .map(field -> functions.col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new));
    }

    private DataFrameWriter<Row> writer(TableContract table, Dataset<Row> rows) {
        DataFrameWriter<Row> writer = shape(table, rows).write().format("delta").option("mergeSchema", "true");
        if (!exists(table)) {
            // If this were set later, the log would contain the minima and maxima of the other columns in plain text.
            writer = writer.option(STATISTICS, statistics(table));
            if (table.partition() != null) {
                writer = writer.partitionBy(table.partition());
            }
        }
        return writer;
    }

    private static String statistics(TableContract table) {
        return String.join(",", table.statistics());
    }

    private String location(TableContract table) {
        return folder.whole(table.location());
    }

    private static StructType schema(TableContract table) {
        StructField[] types = StructType.fromDDL(table.schemaDdl()).fields();
        StructType schema = new StructType();
        for (int i = 0; i < types.length; i++) {
            schema = schema.add(
                    types[i].name(),
                    types[i].dataType(),
                    true,
                    new MetadataBuilder()
                            .putString("comment", table.columns().get(i).comment())
                            .build());
        }
        return schema;
    }
}
