package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.FailureKind;
import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.InputChangedException;
import com.recipechatbot.analytics.ingest.layout.Compression;
import com.recipechatbot.analytics.privacy.redact.Redactor;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** A file of an export as a stream of uncompressed bytes; its first bytes say whether and how it is compressed. */
public final class ExportFile {

    private final Configuration hadoop;
    private final String name;
    private final Path path;
    private final CompressionCodec named;

    /**
     * @param name relative to the input, for messages
     * @param location its whole URI
     */
    public ExportFile(Configuration hadoop, String name, String location) {
        this.hadoop = hadoop;
        // A file name may contain anything, and a message ends up in every log.
        this.name = Redactor.standard().redact(name).textOf(name);
        this.path = new Path(URI.create(location));
        this.named = new CompressionCodecFactory(hadoop).getCodec(path);
    }

    boolean isCompressed() throws IOException {
        try (InputStream file = openStored()) {
            return codec(file) != null;
        }
    }

    /** Null when the file is not compressed. */
    private CompressionCodec codec(InputStream file) throws IOException {
        byte[] first = file.readNBytes(Compression.LONGEST_MARK);
        return first.length == 0 ? null : Compression.of(first, named, hadoop);
    }

    /** Beside a local file with a colon in its name, Hadoop could not name the one with its checksums. */
    private FileSystem files() throws IOException {
        FileSystem files = path.getFileSystem(hadoop);
        return files instanceof LocalFileSystem local && path.getName().indexOf(':') >= 0
                ? local.getRawFileSystem()
                : files;
    }

    /** @param offset where to begin; 0 in a compressed file */
    public InputStream open(long offset) throws IOException {
        FSDataInputStream file = files().open(path);
        try {
            file.seek(offset);
            // Only an uncompressed file is read from anywhere but its beginning.
            return offset == 0 ? uncompressed(file) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The stored bytes of the file, from its beginning. */
    InputStream openStored() throws IOException {
        return files().open(path);
    }

    InputStream uncompressed(InputStream stored) throws IOException {
        return Compression.uncompressed(stored, named, hadoop);
    }

    /** What goes into a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces the content of the file, with the same compression: a reader finds either the whole old file or the new
     * one.
     */
    public void replace(Content content) throws IOException {
        FileSystem files = files();
        CompressionCodec codec;
        try (InputStream stored = openStored()) {
            codec = codec(stored);
        }
        boolean isLocal = files.getUri().getScheme().equals("file");
        java.nio.file.Path target = isLocal ? java.nio.file.Path.of(path.toUri().getPath()) : null;
        // In the same folder, so that it can be renamed atomically; files with such names are not read as data.
        java.nio.file.Path part = isLocal
                ? target.resolveSibling("_" + path.getName() + ".part")
                : Files.createTempFile("export", "." + path.getName());
        try {
            try (OutputStream file = Files.newOutputStream(part);
                    OutputStream out = codec == null ? file : codec.createOutputStream(file)) {
                content.writeTo(out);
            }
            if (isLocal) {
                files.setPermission(
                        new Path(part.toUri()), files.getFileStatus(path).getPermission());
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                // Hadoop's checksum of the old content, if Hadoop wrote it.
                Files.deleteIfExists(target.resolveSibling("." + path.getName() + ".crc"));
            } else {
                files.copyFromLocalFile(true, true, new Path(part.toUri()), path);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** What to throw when reading this file failed. */
    RuntimeException failure(IOException cause) {
        if (cause instanceof FileNotFoundException) {
            return new InputChangedException(
                    "Cannot read %s of the input: it is gone or not readable. Run again when the export is done, or check the permissions."
                            .formatted(name),
                    cause);
        }
        if (FailureKind.of(cause) == FailureKind.ACCESS) {
            return new UsageException(
                    "Cannot read %s of the input: access is denied. %s".formatted(name, FailureKind.ACCESS.whatToDo()),
                    cause);
        }
        return damaged(
                cause instanceof EOFException
                        ? "it ends in the middle of its compressed data"
                        : "its bytes cannot be read or decompressed",
                cause);
    }

    /** What to throw when the file is not what it should be. */
    DamagedInputException damaged(String problem, IOException cause) {
        return new DamagedInputException(
                "Cannot read %s of the input: %s. Export this file again, then run the same command."
                        .formatted(name, problem),
                cause);
    }
}
