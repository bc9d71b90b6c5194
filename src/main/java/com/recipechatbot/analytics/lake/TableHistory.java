package com.recipechatbot.analytics.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Console;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * What a Delta table keeps of its earlier versions: files with rows that have been deleted since, and a log that
 * mentions them. Removing them is final; anyone reading an earlier version at that moment fails.
 */
final class TableHistory {

    private static final Map<String, String> VACUUM = Map.of(
            // Zero hours are safe only under the lease: nobody else can be writing files that no version refers to yet.
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
        vacuum();
        DeltaLog log = DeltaLog.forTable(spark, location);
        Snapshot newest = log.update(false, Option.empty(), Option.empty());
        log.checkpoint(newest, Option.empty());
        try {
            deleteLogBefore(newest.version(), log.logPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void vacuum() {
        String statement = "VACUUM delta.`%s` RETAIN 0 HOURS".formatted(location.replace("`", "``"));
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
