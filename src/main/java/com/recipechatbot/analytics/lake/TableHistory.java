package com.recipechatbot.analytics.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.apache.spark.sql.delta.util.DeltaFileOperations;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a Delta table keeps of its earlier versions: files with rows that have been deleted since, and a log that
 * mentions them. Removing them is final; anyone reading an earlier version at that moment fails.
 */
final class TableHistory {

    private static final int VERSION_DIGITS = 20;
    private static final String CHANGES = "_change_data";

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
        try {
            deleteUnusedFiles(log, first);
            List<Path> earlier = logBefore(first, log.logPath());
            if (!earlier.isEmpty()) {
                // Not by Delta Kernel: when it fails halfway, it leaves half a checkpoint under the name of a whole
                // one.
                log.checkpoint(log.getSnapshotAt(first, Option.empty(), Option.empty(), false), Option.empty());
                Lease.requireHeld(log.logPath());
                for (Path file : earlier) {
                    files(file).delete(file, false);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes the data files that no version from this one on refers to: those that were removed since, and those that a
     * killed run left behind. It is what VACUUM does, but VACUUM takes six queries a table. Safe only under the lease:
     * nobody else can be writing files that no version refers to yet. It is looked at between listing and deleting, so that
     * a run that has lost it without noticing deletes nothing of the run that took over.
     */
    private void deleteUnusedFiles(DeltaLog log, long first) throws IOException {
        FileSystem files = files(log.dataPath());
        Set<Path> used = filesSince(log, first, files);
        Set<Path> missing = new HashSet<>(used);
        List<Path> unused = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(log.dataPath(), true);
        while (all.hasNext()) {
            Path file = files.makeQualified(all.next().getPath());
            if (!missing.remove(file) && isDataFile(log.dataPath(), file)) {
                unused.add(file);
            }
        }
        requireGone(missing, files);
        Lease.requireHeld(log.logPath());
        for (Path file : unused) {
            files.delete(file, false);
        }
        deleteEmptyFolders(files, unused, used, log.dataPath());
    }

    /**
     * A file that a version refers to may be lost, which {@code verify} says. But if it is there and was not listed, the
     * listing cannot be compared with the log, and nothing must be deleted.
     */
    private static void requireGone(Set<Path> missing, FileSystem files) throws IOException {
        for (Path file : missing) {
            if (file.toUri().getScheme().equals(files.getScheme()) && files.exists(file)) {
                throw new IllegalStateException(
                        "Cannot remove earlier versions: %s is there, but in no listing of its table.".formatted(file));
            }
        }
    }

    /** The files of the newest version, and those that were removed after the first version that is kept. */
    private Set<Path> filesSince(DeltaLog log, long first, FileSystem files) {
        String table = log.dataPath().toString();
        long version = log.update(false, Option.empty(), Option.empty()).version();
        Stream<String> newest =
                TableFiles.of(spark, table, version).files().stream().map(TableFiles.TableFile::path);
        Stream<String> removed = version == first
                ? Stream.of()
                : CollectionConverters.asJava(
                                log.getChanges(first + 1, Option.empty(), true).toSeq())
                        .stream()
                        .flatMap(commit -> CollectionConverters.asJava(commit._2()).stream())
                        .filter(RemoveFile.class::isInstance)
                        .map(removal -> ((RemoveFile) removal).path());
        return Stream.concat(newest, removed)
                .map(path -> files.makeQualified(DeltaFileOperations.absolutePath(table, path)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Neither the log nor what Spark and Hadoop hide. Old rows that Delta keeps as changes are data. */
    private static boolean isDataFile(Path table, Path file) {
        for (Path part = file; !part.equals(table) && part.getParent() != null; part = part.getParent()) {
            boolean isHidden = part.getName().startsWith("_") || part.getName().startsWith(".");
            if (isHidden && !part.getName().equals(CHANGES)) {
                return false;
            }
        }
        return true;
    }

    /** Of partitions that have no file any more. An object store has no folders. */
    private static void deleteEmptyFolders(FileSystem files, List<Path> deleted, Set<Path> used, Path table)
            throws IOException {
        Set<Path> folders = deleted.stream().map(Path::getParent).collect(Collectors.toCollection(HashSet::new));
        used.forEach(file -> folders.remove(file.getParent()));
        folders.remove(table);
        for (Path folder : folders) {
            if (files.exists(folder) && !files.listStatusIterator(folder).hasNext()) {
                // With the checksum files that a listing of a local disk leaves out.
                files.delete(folder, true);
            }
        }
    }

    private FileSystem files(Path path) throws IOException {
        return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    }

    /** In milliseconds since the epoch; 0 for a version whose commit is gone. */
    private long committedAt(long version) {
        Path commit = new Path(log().logPath(), "%020d.json".formatted(version));
        try {
            return files(commit).getFileStatus(commit).getModificationTime();
        } catch (FileNotFoundException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeltaLog log() {
        return DeltaLog.forTable(spark, location);
    }

    /** Commits, checksums and checkpoints of earlier versions; their names start with the version. */
    private List<Path> logBefore(long version, Path folder) throws IOException {
        List<Path> before = new ArrayList<>();
        RemoteIterator<FileStatus> all = files(folder).listStatusIterator(folder);
        while (all.hasNext()) {
            Path file = all.next().getPath();
            if (isBefore(version, file.getName())) {
                before.add(file);
            }
        }
        return before;
    }

    private static boolean isBefore(long version, String name) {
        // Hadoop's local checksum files, and leftovers of killed commits, have the file's name after a dot.
        String bare = name.startsWith(".") ? name.substring(1) : name;
        return bare.length() > VERSION_DIGITS
                && bare.chars().limit(VERSION_DIGITS).allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(bare.substring(0, VERSION_DIGITS)) < version;
    }
}
