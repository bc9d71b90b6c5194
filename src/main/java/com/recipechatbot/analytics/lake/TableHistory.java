package com.recipechatbot.analytics.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Console;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * What a Delta table keeps of its earlier versions: files with rows that have been deleted since, and a log that
 * mentions them. Removing them is final; anyone reading an earlier version at that moment fails.
 */
final class TableHistory {

    private static final Map<String, String> VACUUM = Map.of(
            // Less than a week is safe only under the lease: nobody else can be writing files that no version refers to
            // yet.
            "spark.databricks.delta.retentionDurationCheck.enabled", "false",
            // These would be two commits per table that reveal what was deleted when.
            "spark.databricks.delta.vacuum.logging.enabled", "false");

    private static final int VERSION_DIGITS = 20;

    private final SparkSession spark;
    private final String location;

    TableHistory(SparkSession spark, String location) {
        this.spark = spark;
        this.location = location;
    }

    /** Keeps only the newest version: its files, a checkpoint, and the log from there on. */
    void forget() {
        forgetBefore(newest());
    }

    /** Keeps the versions committed since a time, those from a version on, and always the newest. */
    void forget(Instant keptSince, long keptFrom) {
        long first = newest();
        while (first > 0 && (first > keptFrom || committedAt(first - 1) >= keptSince.toEpochMilli())) {
            first--;
        }
        forgetBefore(first);
    }

    long newest() {
        return log().update(false, Option.empty(), Option.empty()).version();
    }

    private void forgetBefore(long first) {
        DeltaLog log = log();
        vacuum(first == newest() ? 0 : log.clock().getTimeMillis() - committedAt(first));
        log.checkpoint(log.getSnapshotAt(first, Option.empty(), Option.empty(), false), Option.empty());
        try {
            deleteLogBefore(first, log.logPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In milliseconds since the epoch; 0 for a version whose commit is gone. */
    private long committedAt(long version) {
        Path commit = new Path(log().logPath(), "%020d.json".formatted(version));
        try {
            return commit.getFileSystem(spark.sparkContext().hadoopConfiguration())
                    .getFileStatus(commit)
                    .getModificationTime();
        } catch (FileNotFoundException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeltaLog log() {
        return DeltaLog.forTable(spark, location);
    }

    /** @param millis how long ago the first version that is kept was committed: what it removed may go */
    private void vacuum(long millis) {
        String statement = String.format(
                Locale.ROOT,
                "VACUUM delta.`%s` RETAIN %.6f HOURS",
                location.replace("`", "``"),
                millis / (double) TimeUnit.HOURS.toMillis(1));
        // Delta prints how many files it deleted, where a command prints its result.
        Console.withOut(OutputStream.nullOutputStream(), () -> {
            SessionSettings.during(spark, VACUUM, () -> spark.sql(statement));
            return BoxedUnit.UNIT;
        });
    }

    /** Commits, checksums and checkpoints of earlier versions; their names start with the version. */
    private void deleteLogBefore(long version, Path folder) throws IOException {
        FileSystem files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
        List<Path> old = new ArrayList<>();
        try {
            RemoteIterator<FileStatus> all = files.listStatusIterator(folder);
            while (all.hasNext()) {
                Path file = all.next().getPath();
                if (isBefore(version, file.getName())) {
                    old.add(file);
                }
            }
        } catch (FileNotFoundException e) {
            // A table that was never written to.
            return;
        }
        for (Path file : old) {
            files.delete(file, false);
        }
    }

    private static boolean isBefore(long version, String name) {
        // Hadoop's local checksum files, and leftovers of killed commits, have the file's name after a dot.
        String bare = name.startsWith(".") ? name.substring(1) : name;
        return bare.length() > VERSION_DIGITS
                && bare.chars().limit(VERSION_DIGITS).allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(bare.substring(0, VERSION_DIGITS)) < version;
    }
}
