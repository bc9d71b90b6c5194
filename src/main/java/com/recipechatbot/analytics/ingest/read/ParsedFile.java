package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** The records of a whole file, parsed one after another. */
public final class ParsedFile implements Closeable {

    private final RangeReader records;
    private final MessageParser parser;
    private RawRecord slice;
    private ParsedRecord record;

    public ParsedFile(Configuration hadoop, Source source, SourceFile file, MessageParser parser) {
        this.parser = parser;
        this.records = RangeReader.open(hadoop, FileRange.whole(source, file));
    }

    /** Moves to the next record and returns whether there is one. */
    public boolean next() throws IOException {
        slice = records.next();
        if (slice != null) {
            record = slice.flaw() == null
                    ? parser.parse(slice.bytes(), slice.from(), slice.to())
                    : ParsedRecord.rejected(slice.flaw(), null, false);
        }
        return slice != null;
    }

    public RawRecord slice() {
        return slice;
    }

    public ParsedRecord record() {
        return record;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
