package com.recipechatbot.analytics.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads tables with Delta Kernel instead of Spark: it starts faster, and as a second reader, it proves that others can
 * read what was written.
 */
public final class LakeReader {

    private final LakeFolder folder;
    private final Engine engine;

    public LakeReader(Configuration hadoop, String location) {
        this.folder = new LakeFolder(hadoop, location);
        this.engine = DefaultEngine.create(hadoop);
    }

    /** The time zone of the lake's days; empty if there is no lake yet. */
    public Optional<ZoneId> zone() {
        return LakeMarker.read(folder).map(LakeMarker::zone);
    }

    /** The number of users from which a dish is named; empty before the first write. */
    public Optional<Integer> minUsers() {
        return LakeMarker.read(folder).flatMap(LakeMarker::minUsers);
    }

    /** The names of the tables that were ever written, as far as the lake knows. */
    public SortedSet<String> writtenTables() {
        return LakeMarker.read(folder).map(LakeMarker::tables).orElse(new TreeSet<>());
    }

    /** Whether the table exists; false before its first write. */
    public boolean exists(String table) {
        try {
            return Table.forPath(engine, folder.path(table).toString())
                            .getLatestSnapshot(engine)
                            .getVersion()
                    >= 0;
        } catch (TableNotFoundException e) {
            return false;
        }
    }

    /**
     * What a table requires of its readers.
     *
     * @param version the newest version of the table
     * @param readerVersion the reader version of the Delta protocol; Athena promises 1
     * @param readerFeatures the names of features beyond that version
     */
    public record Protocol(long version, int readerVersion, SortedSet<String> readerFeatures) {}

    /** @param table an existing table */
    public Protocol protocol(String table) {
        SnapshotImpl snapshot = (SnapshotImpl)
                Table.forPath(engine, folder.path(table).toString()).getLatestSnapshot(engine);
        return new Protocol(
                snapshot.getVersion(),
                snapshot.getProtocol().getMinReaderVersion(),
                new TreeSet<>(snapshot.getProtocol().getReaderFeatures()));
    }

    /** The days that the run holding the lake, or a run that was stopped, may not have finished. */
    public SortedSet<LocalDate> unfinishedDays() {
        SortedSet<LocalDate> days = new TreeSet<>();
        folder.readJson("lease.json")
                .ifPresent(
                        lease -> lease.path("unfinished_days").forEach(day -> days.add(LocalDate.parse(day.asText()))));
        return days;
    }

    /** The days before this one are closed: their rows have expired, were made with earlier keys or were shredded. */
    public Optional<LocalDate> closedBefore() {
        return LakeMarker.read(folder).flatMap(LakeMarker::closedBefore);
    }

    /** Which keys the lake's rows were made with. */
    public KeyEpochs keys() {
        return LakeMarker.read(folder).map(LakeMarker::keys).orElse(KeyEpochs.NONE);
    }

    /** Whether there is such a file next to the tables. */
    public boolean hasFile(String relative) {
        return folder.exists(relative);
    }

    /**
     * Reads every row of the newest version of a table, in no particular order.
     *
     * @param table its folder in the lake, such as {@code published/daily_metrics}
     * @param columns receives the names of the columns, once, before the first row
     * @param rows receives the values of each row in that order, as converted by {@link KernelValues}
     * @throws LakeException when there is no such table
     */
    public void read(String table, Consumer<List<String>> columns, Consumer<List<Object>> rows) {
        try {
            Snapshot snapshot =
                    Table.forPath(engine, folder.path(table).toString()).getLatestSnapshot(engine);
            columns.accept(snapshot.getSchema().fieldNames());
            Scan scan = snapshot.getScanBuilder().build();
            Row state = scan.getScanState(engine);
            try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
                while (batches.hasNext()) {
                    try (CloseableIterator<Row> files = batches.next().getRows()) {
                        while (files.hasNext()) {
                            readFile(state, files.next(), rows);
                        }
                    }
                }
            }
        } catch (TableNotFoundException e) {
            throw new LakeException(
                    "Cannot read %s: the lake %s does not have this table yet. First run jobs/run backfill, daily-metrics or, for a weekly table, weekly-metrics."
                            .formatted(table, folder.root()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readFile(Row state, Row file, Consumer<List<Object>> rows) throws IOException {
        StructType schema = ScanStateRow.getPhysicalDataReadSchema(state);
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        try (CloseableIterator<FileReadResult> read = engine.getParquetHandler()
                        .readParquetFiles(Utils.singletonCloseableIterator(status), schema, Optional.empty());
                CloseableIterator<FilteredColumnarBatch> batches =
                        Scan.transformPhysicalData(engine, state, file, read.map(FileReadResult::getData))) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> logical = batches.next().getRows()) {
                    while (logical.hasNext()) {
                        rows.accept(KernelValues.of(logical.next()));
                    }
                }
            }
        }
    }
}
