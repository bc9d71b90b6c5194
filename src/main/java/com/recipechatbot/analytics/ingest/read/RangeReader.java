package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.InputChangedException;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import com.recipechatbot.analytics.ingest.parse.WrappedRecord;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * The records of a part of a file in any form, parsed. Reading throws {@link DamagedInputException} or {@link InputChangedException} when the file cannot be read to its end.
 */
public final class RangeReader implements Closeable {

    private static final int LONGEST_RECORD = 32 << 20;
    private static final long NOT_COUNTED = -1;
    /** A line that is not one object may be several. */
    private static final Set<RejectionReason> BROKEN =
            EnumSet.of(RejectionReason.NOT_JSON, RejectionReason.INVALID_UTF8);

    private final ExportFile file;
    private final InputStream stream;
    private final PromisedStream promised;
    private final MessageParser parser;
    private final RecordSplitter splitter;
    private final Deque<List<FoundRecord>> wrapped = new ArrayDeque<>();
    private final long firstRecord;
    private long linesBefore;

    private RangeReader(
            ExportFile file,
            FileRange range,
            InputStream stream,
            long offset,
            PromisedStream promised,
            MessageParser parser)
            throws IOException {
        this.file = file;
        this.stream = stream;
        this.promised = promised;
        this.parser = parser;
        ByteWindow window = new ByteWindow(stream, offset, LONGEST_RECORD);
        this.splitter = new RecordSplitter(window, range.end());
        if (range.start() > 0) {
            splitter.advanceToRange();
        }
        this.firstRecord = window.offset();
        this.linesBefore = range.start() == 0 ? 0 : NOT_COUNTED;
    }

    /** The records of a whole file. */
    public static RangeReader open(Configuration hadoop, Source source, SourceFile file, MessageParser parser) {
        return open(hadoop, FileRange.whole(source, file), parser);
    }

    /** The records in bytes that were kept of a file. */
    public static List<ParsedRecord> records(byte[] kept, MessageParser parser) throws IOException {
        FileRange all = new FileRange("", "", "", 0, Long.MAX_VALUE, null);
        List<ParsedRecord> records = new ArrayList<>();
        try (RangeReader reader = new RangeReader(null, all, new ByteArrayInputStream(kept), 0, null, parser)) {
            for (List<FoundRecord> next = reader.read(); next != null; next = reader.read()) {
                next.forEach(found -> records.add(found.record()));
            }
        }
        return records;
    }

    static RangeReader open(Configuration hadoop, FileRange range, MessageParser parser) {
        ExportFile file = new ExportFile(hadoop, range.file(), range.location());
        // The byte before a range shows whether a line begins with it.
        long offset = Math.max(0, range.start() - 1);
        try {
            if (range.promise() != null) {
                PromisedStream promised = new PromisedStream(file, range.promise());
                return new RangeReader(file, range, promised.open(), 0, promised, parser);
            }
            return new RangeReader(file, range, file.open(offset), offset, null, parser.withoutManifest());
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /** Whether the file can be read in ranges: the elements of an array do not show where one begins. */
    static boolean isSplittable(Configuration hadoop, SourceFile source) {
        ExportFile file = new ExportFile(hadoop, source.name(), source.location());
        try (InputStream stream = file.open(0)) {
            return !file.isCompressed() && !RecordSplitter.isArray(new ByteWindow(stream, 0, LONGEST_RECORD));
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /**
     * Reads on.
     *
     * @return the next record, or all of those that share a place in the file because a wrapper holds them; null at the end
     */
    public List<FoundRecord> next() {
        try {
            return read();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    private List<FoundRecord> read() throws IOException {
        // A wrapper may be empty.
        while (wrapped.isEmpty()) {
            RawRecord raw = splitter.next();
            if (raw == null) {
                note(null);
                return null;
            }
            ParsedRecord record = parse(raw);
            if (splitter.isGuess() && record.reason() != null && BROKEN.contains(record.reason())) {
                long guessed = raw.length();
                raw = splitter.again();
                record = raw.length() == guessed ? record : parse(raw);
            }
            note(raw);
            List<WrappedRecord> inside = record.reason() == RejectionReason.MISSING_CONVERSATION_ID
                    ? parser.unwrap(raw.bytes(), raw.from(), raw.to())
                    : null;
            if (inside == null) {
                return List.of(new FoundRecord(raw, record));
            }
            unwrap(raw, inside);
        }
        return wrapped.remove();
    }

    private ParsedRecord parse(RawRecord raw) throws IOException {
        return raw.flaw() == null
                ? parser.parse(raw.bytes(), raw.from(), raw.to())
                : ParsedRecord.rejected(raw.flaw(), null, false);
    }

    private void note(RawRecord raw) throws IOException {
        if (promised != null) {
            promised.note(raw);
        }
    }

    private void unwrap(RawRecord raw, List<WrappedRecord> inside) {
        long last = -1;
        for (WrappedRecord record : inside) {
            long offset = raw.offset() + record.holderFrom() - raw.from();
            if (offset != last) {
                wrapped.add(new ArrayList<>());
            }
            wrapped.getLast()
                    .add(new FoundRecord(
                            new RawRecord(
                                    record.bytes(),
                                    record.from(),
                                    record.to(),
                                    offset,
                                    record.holderTo() - record.holderFrom(),
                                    raw.number(),
                                    null),
                            record.record()));
            last = offset;
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
