package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.InputChangedException;
import com.recipechatbot.analytics.ingest.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;

/**
 * The records of a part of a file in any form: lines or one array, compressed or not. Reading
 * throws {@link DamagedInputException} or {@link InputChangedException} when the file cannot be read to its end.
 */
final class RangeReader implements Closeable {

    private static final int LONGEST_RECORD = 32 << 20;
    private static final long NOT_COUNTED = -1;

    private final ExportFile file;
    private final InputStream stream;
    private final ByteWindow window;
    private final FileRange range;
    private final PromisedStream promised;
    private Splitter splitter;
    private long firstRecord;
    private long linesBefore;

    private RangeReader(ExportFile file, FileRange range, InputStream stream, long offset, PromisedStream promised) {
        this.file = file;
        this.range = range;
        this.stream = stream;
        this.promised = promised;
        this.window = new ByteWindow(stream, offset, LONGEST_RECORD);
        this.linesBefore = range.start() == 0 ? 0 : NOT_COUNTED;
    }

    static RangeReader open(Configuration hadoop, FileRange range) {
        ExportFile file = new ExportFile(hadoop, range.file(), range.location());
        // The byte before a range shows whether a line begins with it.
        long offset = Math.max(0, range.start() - 1);
        try {
            if (range.promise() != null) {
                PromisedStream promised = new PromisedStream(file, range.promise());
                return new RangeReader(file, range, promised.open(), 0, promised);
            }
            return new RangeReader(file, range, file.open(offset), offset, null);
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /** Whether the file can be read in ranges: only plain lines show where the next record begins. */
    static boolean isSplittable(Configuration hadoop, SourceFile source) {
        ExportFile file = new ExportFile(hadoop, source.name(), source.location());
        if (file.isCompressed()) {
            return false;
        }
        try (InputStream stream = file.open(0)) {
            return !advanceIntoArray(new ByteWindow(stream, 0, LONGEST_RECORD));
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /** The next record, or null when there is none. */
    RawRecord next() {
        try {
            if (splitter == null) {
                splitter = splitter();
            }
            RawRecord next = splitter.next();
            if (promised != null) {
                promised.note(next);
            }
            return next;
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /**
     * The line of the record in the file, or its element in the array. In a later range, the first call
     * reads everything before the range.
     */
    long line(RawRecord record) {
        if (linesBefore == NOT_COUNTED) {
            linesBefore = countLinesBefore();
        }
        return linesBefore + record.number();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private Splitter splitter() throws IOException {
        if (range.start() == 0) {
            return advanceIntoArray(window) ? new ArraySplitter(window) : new LineSplitter(window, range.end(), 0);
        }
        if (window.advanceTo('\n')) {
            window.advance();
        }
        firstRecord = window.offset();
        return new LineSplitter(window, range.end(), 0);
    }

    /** Moves past the bracket that opens an array, or to the first line. */
    private static boolean advanceIntoArray(ByteWindow window) throws IOException {
        window.skipByteOrderMark();
        window.beginRecord();
        if (window.advanceToNonBlank() == '[') {
            window.advance();
            return true;
        }
        window.rewind();
        return false;
    }

    private long countLinesBefore() {
        try (InputStream bytes = file.open(0)) {
            ByteWindow before = new ByteWindow(bytes, 0, LONGEST_RECORD);
            long lines = 0;
            while (before.offset() < firstRecord && before.advanceTo('\n')) {
                before.advance();
                before.beginRecord();
                lines++;
            }
            return lines;
        } catch (IOException e) {
            throw file.failure(e);
        }
    }
}
