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
 * Small files that appear whole, and where asked only on a condition that no other process can break: that there is none
 * yet, or that it is still the one that was read. On the local file system, and on S3 by conditional PUT (S3A).
 */
final class AtomicFiles {

    /** How the names of files end that a kill in the middle of a local write may leave. */
    static final String PART = ".part";

    private static final Object IN_THIS_PROCESS = new Object();

    private final FileSystem files;

    AtomicFiles(FileSystem files) {
        // A checksum file beside each would part from it when somebody restores or mends one by hand.
        this.files = files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /**
     * A file as it was found.
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
        // The tag first: of a file that changes in between it is out of date, and replaces nothing.
        String tag = etag(path);
        while (true) {
            try {
                return new Stored(content(path), tag);
            } catch (IOException e) {
                // S3A does not read a file that was replaced while it opened it: the new one counts.
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

    /** Writes the file: a reader, or a run after a kill, finds the old content or the new one. */
    void write(Path target, String content) throws IOException {
        if (isLocal()) {
            move(target, content);
        } else {
            put(target, content);
        }
    }

    /** Creates the file; false when another one was there already. */
    boolean create(Path target, String content) throws IOException {
        if (isLocal()) {
            return link(target, content);
        }
        try {
            put(target, content, CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, "true");
            return true;
        } catch (IOException e) {
            // Refused, or the answer was lost and the next try refused: what lies there now tells.
            Stored present = present(target, e).orElseThrow(() -> e);
            return present.content().equals(content);
        }
    }

    /** Writes the file in the place of the one that was read with this tag; false when that one is no longer there. */
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
                    "Cannot write to %s: %s has no conditional writes, so that two runs could overwrite each other. Use S3A, with fs.s3a.create.conditional.enabled left on."
                            .formatted(target, files.getClass().getName()));
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
        // Hadoop's local rename deletes the target first: whoever looks in between finds nothing.
        Files.move(part(target, content), local(target), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean link(Path target, String content) throws IOException {
        java.nio.file.Path part = part(target, content);
        try {
            // A link appears at once, with all of its content, or not at all.
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
        // The system's lock ends with the process, but does not part the threads of one.
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

    /** The content in a file of its own beside the target. */
    private java.nio.file.Path part(Path target, String content) throws IOException {
        Path part = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID() + PART);
        try {
            put(part, content);
        } catch (IOException e) {
            // A full disk: nothing may stay of it.
            Files.deleteIfExists(local(part));
            throw e;
        }
        return local(part);
    }

    private java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(files.makeQualified(path).toUri().getPath());
    }
}
