package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The small files of a lake next to its tables, on any file system. */
public final class LakeFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final FileSystem files;
    private final AtomicFiles atomic;

    /** @throws LakeException when the path's file system does not exist or cannot be reached */
    public LakeFolder(Configuration hadoop, String location) {
        try {
            this.root = new Path(location);
            this.files = root.getFileSystem(hadoop);
            this.atomic = new AtomicFiles(files);
        } catch (IOException | IllegalArgumentException e) {
            throw new LakeException(
                    "Cannot open the lake %s: %s. Give --lake a local folder or an S3 path."
                            .formatted(location, e.getMessage()),
                    e);
        }
    }

    public Path path(String relative) {
        return new Path(root, relative);
    }

    public String root() {
        return root.toString();
    }

    /** The lake's own path, fully qualified and unique. */
    String whole() {
        return files.makeQualified(root).toString();
    }

    /** A path below the lake, fully qualified: SQL would take a relative one for a table name. */
    String whole(String relative) {
        return files.makeQualified(path(relative)).toString();
    }

    /** True if nothing is there yet, except what a kill during the first write may leave. */
    public boolean isEmpty() {
        try {
            RemoteIterator<FileStatus> there = files.listStatusIterator(root);
            while (there.hasNext()) {
                if (!there.next().getPath().getName().endsWith(AtomicFiles.PART)) {
                    return false;
                }
            }
            return true;
        } catch (FileNotFoundException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the folder if it does not exist: on a local disk, only its owner has access. */
    void createForOwner() {
        if (files.getUri().getScheme().equals("file")) {
            java.nio.file.Path local =
                    java.nio.file.Path.of(files.makeQualified(root).toUri().getPath());
            boolean isPosix =
                    local.getFileSystem().supportedFileAttributeViews().contains("posix");
            try {
                if (Files.notExists(local)) {
                    Files.createDirectories(
                            local,
                            isPosix
                                    ? new FileAttribute<?>[] {
                                        PosixFilePermissions.asFileAttribute(
                                                PosixFilePermissions.fromString("rwx------"))
                                    }
                                    : new FileAttribute<?>[0]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public boolean isFile() {
        try {
            return files.exists(root) && files.getFileStatus(root).isFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean exists(String relative) {
        try {
            return files.exists(path(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the folders in a folder; none if there is no such folder. */
    List<String> foldersIn(String relative) {
        List<String> found = new ArrayList<>();
        try {
            RemoteIterator<FileStatus> all = files.listStatusIterator(path(relative));
            while (all.hasNext()) {
                FileStatus file = all.next();
                if (file.isDirectory()) {
                    found.add(file.getPath().getName());
                }
            }
        } catch (FileNotFoundException e) {
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The files in a folder and its subfolders, relative to the lake; none if there is no such folder. */
    public List<String> filesBelow(String relative) {
        List<String> found = new ArrayList<>();
        Path whole = files.makeQualified(root);
        try {
            RemoteIterator<LocatedFileStatus> all = files.listFiles(path(relative), true);
            while (all.hasNext()) {
                found.add(whole.toUri().relativize(all.next().getPath().toUri()).getPath());
            }
        } catch (FileNotFoundException e) {
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** @throws LakeException when the file exists but is not JSON */
    public Optional<JsonNode> readJson(String relative) {
        return read(relative).map(stored -> json(relative, stored));
    }

    Optional<AtomicFiles.Stored> read(String relative) {
        try {
            return atomic.read(path(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws LakeException when it is not JSON */
    JsonNode json(String relative, AtomicFiles.Stored stored) {
        try {
            return JSON.readTree(stored.content());
        } catch (JsonProcessingException e) {
            throw new LakeException(
                    "Cannot read %s: it is not JSON. Restore it, or write to a new lake.".formatted(path(relative)), e);
        }
    }

    /** Writes the file atomically: a reader, or a run after a kill, finds either the old content or the new. */
    public void write(String relative, String content) {
        try {
            atomic.write(path(relative), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates the file atomically; false if it already exists. */
    public boolean create(String relative, String content) {
        try {
            return atomic.create(path(relative), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file that was read with this tag; false if that file is no longer there. */
    boolean replace(String relative, String tag, String content) {
        try {
            return atomic.replace(path(relative), tag, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String relative) {
        try {
            files.delete(path(relative), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with everything in it. */
    public void deleteFolder(String relative) {
        try {
            files.delete(path(relative), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
