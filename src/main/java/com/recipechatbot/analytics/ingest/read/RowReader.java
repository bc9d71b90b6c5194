package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads one row for each record, with the {@link RecordColumns}, from one file range after another. */
final class RowReader implements PartitionReader<InternalRow> {

    private final Configuration hadoop;
    private final Iterator<FileRange> ranges;
    private final MessageParser parser;
    private UTF8String sourceId;
    private UTF8String file;
    private RangeReader records;
    private List<FoundRecord> found = List.of();
    private int at = -1;
    private Long exportedAt;
    private InternalRow row;

    RowReader(Configuration hadoop, FileRanges task, FieldMapping mapping) {
        this.hadoop = hadoop;
        this.parser = new MessageParser(mapping);
        this.ranges = task.ranges().iterator();
    }

    @Override
    public boolean next() throws IOException {
        while (records != null || ranges.hasNext()) {
            if (records == null) {
                open(ranges.next());
            }
            if (++at < found.size()) {
                row = row(found.get(at));
                return true;
            }
            at = -1;
            found = records.next();
            if (found == null) {
                found = List.of();
                close();
            }
        }
        return false;
    }

    @Override
    public InternalRow get() {
        return row;
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
            records = null;
        }
    }

    private void open(FileRange range) {
        sourceId = UTF8String.fromString(range.sourceId());
        file = UTF8String.fromString(range.file());
        exportedAt = range.promise() == null ? null : range.promise().exportedAt();
        records = RangeReader.open(hadoop, range, parser);
    }

    private InternalRow row(FoundRecord next) {
        ParsedRecord record = next.record();
        boolean isRejected = record.reason() != null;
        if (!isRejected && record.writtenAt() == null && exportedAt != null) {
            record = record.writtenAt(exportedAt, record.sequence());
        }
        boolean keepsBytes = isRejected && record.reason() != RejectionReason.RECORD_TOO_LONG;
        Object[] values = RecordColumns.row(record, keepsBytes ? next.bytes() : null);
        values[0] = sourceId;
        values[1] = file;
        values[2] = isRejected ? records.line(next.slice()) : null;
        // A rejected record is identified by its place, so records at the same place need different ones.
        values[3] = next.slice().offset() + at;
        values[4] = next.slice().length();
        return new GenericInternalRow(values);
    }
}
