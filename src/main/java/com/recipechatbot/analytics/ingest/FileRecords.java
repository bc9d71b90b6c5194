package com.recipechatbot.analytics.ingest;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** The records of a whole file, parsed one after another. */
final class FileRecords implements Closeable {

    private final RangeRecords records;
    private final RecordParser parser = new RecordParser();
    private RecordSlice slice;
    private ParsedRecord record;

    FileRecords(Configuration hadoop, Source source, SourceFile file) {
        this.records = RangeRecords.open(hadoop, FileRange.whole(source, file));
    }

    /** Moves to the next record and tells whether there is one. */
    boolean next() throws IOException {
        slice = records.next();
        if (slice != null) {
            record = slice.flaw() == null
                    ? parser.parse(slice.bytes(), slice.from(), slice.to())
                    : ParsedRecord.rejected(slice.flaw(), null, false);
        }
        return slice != null;
    }

    RecordSlice slice() {
        return slice;
    }

    ParsedRecord record() {
        return record;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
