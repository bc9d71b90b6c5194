package com.recipechatbot.analytics.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * Small files that are written atomically, optionally on a condition that no other process can break: that there is no
 * such file yet, or that it is still the one that was read. On the local file system, and on S3 with conditional PUT
 * (S3A).
 */
final class AtomicFiles {

    /** The suffix of files that may be left behind when a local write is killed. */
    static final String PART = ".part";

    private static final Object IN_THIS_PROCESS = new Object();

    private final FileSystem files;

    AtomicFiles(FileSystem files) {
        // A checksum file next to each would no longer match after somebody restores or fixes a file by hand.
        this.files = files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /**
     * A file as it was read.
     *
     * @param tag changes with the content
     */
    record Stored(String content, String tag) {}

    Optional<Stored> read(Path path) throws IOException {
        try {
            return Optional.of(isLocal() ? readLocal(path) : readTagged(path));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private Stored readLocal(Path path) throws IOException {
        String content = content(path);
        return new Stored(content, content);
    }

    private Stored readTagged(Path path) throws IOException {
        // The tag is read first: if the file changes in between, the tag is out of date and replaces nothing.
        String tag = etag(path);
        while (true) {
            try {
                return new Stored(content(path), tag);
            } catch (IOException e) {
                // S3A refuses to read a file that was replaced while it was being opened: read the new one.
                String now = etag(path);
                if (Objects.equals(now, tag)) {
                    throw e;
                }
                tag = now;
            }
        }
    }

    private String content(Path path) throws IOException {
        try (InputStream in = files.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes the file atomically: a reader, or a run after a kill, finds either the old content or the new. */
    void write(Path target, String content) throws IOException {
        if (isLocal()) {
            move(target, content);
        } else {
            put(target, content);
        }
    }

    /** Creates the file; false if there already is one. */
    boolean create(Path target, String content) throws IOException {
        if (isLocal()) {
            return link(target, content);
        }
        try {
            put(target, content, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, "true");
            return true;
        } catch (IOException e) {
            // Refused, or the answer was lost and the retry was refused: the current content shows which.
            Stored present = present(target, e).orElseThrow(() -> e);
            return present.content().equals(content);
        }
    }

    /** Replaces the file that was read with this tag; false if that file is no longer there. */
    boolean replace(Path target, String tag, String content) throws IOException {
        if (isLocal()) {
            return replaceLocked(target, tag, content);
        }
        try {
            put(target, content, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG, tag);
            return true;
        } catch (IOException e) {
            Optional<Stored> present = present(target, e);
            if (present.isPresent() && present.get().tag().equals(tag)) {
                throw e;
            }
            return present.isPresent() && present.get().content().equals(content);
        }
    }

    private Optional<Stored> present(Path target, IOException failure) throws IOException {
        try {
            return read(target);
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private void put(Path target, String content, String condition, String value) throws IOException {
        if (!files.hasPathCapability(target, condition)) {
            throw new LakeException(
                    "Cannot write to %s: its file system (%s) has no conditional writes, so two runs could overwrite each other. Use S3A, and leave fs.s3a.create.conditional.enabled on."
                            .formatted(target, files.getUri().getScheme()));
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        FSDataOutputStreamBuilder<?, ?> file = files.createFile(target);
        file.overwrite(true);
        file.must(condition, value);
        try (OutputStream out = file.build()) {
            out.write(bytes);
        }
    }

    private void put(Path target, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = files.create(target, true)) {
            out.write(bytes);
        }
    }

    private String etag(Path path) throws IOException {
        return files.getFileStatus(path) instanceof EtagSource source ? source.getEtag() : null;
    }

    private boolean isLocal() {
        return files.getUri().getScheme().equals("file");
    }

    private void move(Path target, String content) throws IOException {
        // Hadoop's local rename deletes the target first, so a reader in between would find nothing.
        Files.move(part(target, content), local(target), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean link(Path target, String content) throws IOException {
        java.nio.file.Path part = part(target, content);
        try {
            // A link appears atomically, with all of its content, or not at all.
            Files.createLink(local(target), part);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(part);
        }
    }

    private boolean replaceLocked(Path target, String tag, String content) throws IOException {
        java.nio.file.Path lockFile = local(target.suffix(".lock"));
        // The operating system's lock ends with the process, but does not separate threads of the same process.
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                boolean isUnchanged = lock.isValid()
                        && read(target)
                                .filter(present -> present.tag().equals(tag))
                                .isPresent();
                if (isUnchanged) {
                    move(target, content);
                }
                return isUnchanged;
            }
        }
    }

    /** Writes the content to a temporary file next to the target. */
    private java.nio.file.Path part(Path target, String content) throws IOException {
        Path part = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID() + PART);
        try {
            put(part, content);
        } catch (IOException e) {
            // The disk is full: nothing may be left behind.
            Files.deleteIfExists(local(part));
            throw e;
        }
        return local(part);
    }

    private java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(files.makeQualified(path).toUri().getPath());
    }
}
