package com.recipechatbot.analytics.ingest;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** The records of a part of a file in whatever form the file has: lines or one array, as they are or compressed. */
final class RangeRecords implements Closeable {

    private static final int LONGEST_RECORD = 32 << 20;

    private final Configuration hadoop;
    private final FileRange range;
    private final InputStream stream;
    private final RecordSplitter splitter;
    private final long firstRecord;
    private long linesBefore;

    private RangeRecords(
            Configuration hadoop, FileRange range, InputStream stream, RecordSplitter splitter, long firstRecord) {
        this.hadoop = hadoop;
        this.range = range;
        this.stream = stream;
        this.splitter = splitter;
        this.firstRecord = firstRecord;
        this.linesBefore = range.start() == 0 ? 0 : -1;
    }

    /**
     * @throws DamagedInputException when the file cannot be read or decompressed
     * @throws InputChangedException when it is gone
     */
    static RangeRecords open(Configuration hadoop, FileRange range) {
        try {
            InputStream stream = open(hadoop, range, Math.max(0, range.start() - 1));
            ByteWindow window = new ByteWindow(stream, Math.max(0, range.start() - 1), LONGEST_RECORD);
            RecordSplitter splitter = range.start() == 0 ? fromTop(window, range) : fromNextLine(window, range);
            return new RangeRecords(hadoop, range, stream, splitter, window.offset());
        } catch (IOException e) {
            throw failure(range, e);
        }
    }

    /** Whether the file can be read in ranges: only plain lines tell where the next record begins. */
    static boolean isSplittable(Configuration hadoop, FileRange whole) {
        try (RangeRecords records = open(hadoop, whole)) {
            return codec(hadoop, whole) == null && records.splitter instanceof LineSplitter;
        } catch (IOException e) {
            throw failure(whole, e);
        }
    }

    /** The next record, or null when there is none. */
    RecordSlice next() {
        try {
            return splitter.next();
        } catch (IOException e) {
            throw failure(range, e);
        }
    }

    /** The line of the record in the file, or its element in the array. The first one of a later range costs a pass over what lies before. */
    long line(RecordSlice record) {
        if (linesBefore < 0) {
            linesBefore = countLinesBefore();
        }
        return linesBefore + record.number();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static RecordSplitter fromTop(ByteWindow window, FileRange range) throws IOException {
        window.skipByteOrderMark();
        window.beginRecord();
        if (window.advanceToNonBlank() == '[') {
            window.advance();
            return new ArraySplitter(window);
        }
        window.rewind();
        return new LineSplitter(window, range.end(), 0);
    }

    private static RecordSplitter fromNextLine(ByteWindow window, FileRange range) throws IOException {
        window.beginRecord();
        if (window.advanceTo('\n')) {
            window.advance();
        }
        return new LineSplitter(window, range.end(), 0);
    }

    private long countLinesBefore() {
        try (InputStream bytes = open(hadoop, range, 0)) {
            ByteWindow window = new ByteWindow(bytes, 0, LONGEST_RECORD);
            long lines = 0;
            while (window.offset() < firstRecord && window.advanceTo('\n')) {
                window.advance();
                window.beginRecord();
                lines++;
            }
            return lines;
        } catch (IOException e) {
            throw failure(range, e);
        }
    }

    private static InputStream open(Configuration hadoop, FileRange range, long offset) throws IOException {
        Path path = path(range);
        CompressionCodec codec = codec(hadoop, range);
        FSDataInputStream file = path.getFileSystem(hadoop).open(path);
        try {
            file.seek(offset);
            return codec == null ? file : codec.createInputStream(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static CompressionCodec codec(Configuration hadoop, FileRange range) {
        return new CompressionCodecFactory(hadoop).getCodec(path(range));
    }

    private static Path path(FileRange range) {
        return new Path(URI.create(range.location()));
    }

    private static RuntimeException failure(FileRange range, IOException cause) {
        if (cause instanceof FileNotFoundException) {
            return new InputChangedException(
                    "Cannot read %s of the input: it is gone, so the export is still being written. Run again when it is done."
                            .formatted(range.file()),
                    cause);
        }
        String problem = cause instanceof EOFException
                ? "it ends in the middle of its compressed data"
                : "its bytes cannot be read or decompressed (%s)"
                        .formatted(cause.getClass().getSimpleName());
        return new DamagedInputException(
                "Cannot read %s of the input: %s. Export this file again, then run the same command."
                        .formatted(range.file(), problem),
                cause);
    }
}
