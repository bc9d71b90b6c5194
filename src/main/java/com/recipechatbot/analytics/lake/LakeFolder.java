package com.recipechatbot.analytics.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The small files of a lake beside its tables, on whatever file system it lies. */
public final class LakeFolder {

    private static final String PART = ".part";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final FileSystem files;

    /** @throws LakeException when the path names no file system that can be reached */
    public LakeFolder(Configuration hadoop, String location) {
        try {
            this.root = new Path(location);
            this.files = withoutChecksumFiles(root.getFileSystem(hadoop));
        } catch (IOException | IllegalArgumentException e) {
            throw new LakeException(
                    "Cannot open the lake %s: %s. Give --lake a local folder or an s3 path."
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

    /** A place below, whole: for SQL, which takes a relative one for a table's name. */
    String whole(String relative) {
        return files.makeQualified(path(relative)).toString();
    }

    /** True when nothing is there yet, but for what a kill in the first write may leave. */
    public boolean isEmpty() {
        try {
            RemoteIterator<FileStatus> there = files.listStatusIterator(root);
            while (there.hasNext()) {
                if (!there.next().getPath().getName().endsWith(PART)) {
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

    /** The files in a folder and in those below it, relative to the lake; none when there is no such folder. */
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

    /** @throws LakeException when the file is there but holds no JSON */
    public Optional<JsonNode> readJson(String relative) {
        try (InputStream in = files.open(path(relative))) {
            return Optional.of(JSON.readTree(in));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new LakeException(
                    "Cannot read %s: it is no JSON. Restore it, or write to a new lake.".formatted(path(relative)), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file whole: a reader, or a run after a kill, finds the old content or the new one. */
    public void write(String relative, String content) {
        Path target = path(relative);
        try {
            if (isObjectStore()) {
                // An object appears when it is complete.
                put(target, content, true);
                return;
            }
            // Hadoop's local rename deletes the target first: whoever looks in between finds nothing.
            Files.move(part(target, content), local(target), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(files.makeQualified(path).toUri().getPath());
    }

    /** Creates the file, whole; false when it was there already. */
    public boolean create(String relative, String content) {
        Path target = path(relative);
        try {
            if (isObjectStore()) {
                put(target, content, false);
                return true;
            }
            java.nio.file.Path part = part(target, content);
            try {
                // A link appears at once, with all of its content, or not at all.
                Files.createLink(local(target), part);
            } finally {
                Files.delete(part);
            }
            return true;
        } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isObjectStore() {
        return !files.getUri().getScheme().equals("file");
    }

    /** The content in a file of this process beside the target. */
    private java.nio.file.Path part(Path target, String content) throws IOException {
        Path part = new Path(
                target.getParent(),
                "_" + target.getName() + "." + ProcessHandle.current().pid() + PART);
        put(part, content, true);
        return local(part);
    }

    public void delete(String relative) {
        try {
            files.delete(path(relative), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that lies in it. */
    public void deleteFolder(String relative) {
        try {
            files.delete(path(relative), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A checksum file beside each would part from it when somebody restores or mends one by hand. */
    private static FileSystem withoutChecksumFiles(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    private void put(Path target, String content, boolean overwrite) throws IOException {
        try (OutputStream out = files.create(target, overwrite)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
