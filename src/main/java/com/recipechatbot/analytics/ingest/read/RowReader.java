package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
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
            RawRecord record = records.next();
            if (record != null) {
                row = row(record);
                return true;
            }
            close();
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
        records = RangeReader.open(hadoop, range);
    }

    private InternalRow row(RawRecord slice) throws IOException {
        ParsedRecord record = slice.flaw() == null
                ? parser.parse(slice.bytes(), slice.from(), slice.to())
                : ParsedRecord.rejected(slice.flaw(), null, false);
        boolean isRejected = record.reason() != null;
        if (!isRejected && record.writtenAt() == null && exportedAt != null) {
            record = record.writtenAt(exportedAt, record.sequence());
        }
        boolean keepsBytes = isRejected && record.reason() != RejectionReason.RECORD_TOO_LONG;
        Object[] values = RecordColumns.row(
                record, keepsBytes ? Arrays.copyOfRange(slice.bytes(), slice.from(), slice.to()) : null);
        values[0] = sourceId;
        values[1] = file;
        values[2] = isRejected ? records.line(slice) : null;
        values[3] = slice.offset();
        values[4] = slice.length();
        return new GenericInternalRow(values);
    }
}
