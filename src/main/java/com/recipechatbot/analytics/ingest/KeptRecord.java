package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.ingest.read.RangeReader;
import com.recipechatbot.analytics.ingest.read.RecordColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.types.StructType;

/** Parses the bytes of a record that were kept from an earlier reading, by the same rules. */
public final class KeptRecord {

    /** The columns of {@link RecordColumns} that follow from the bytes of a record. */
    public static final StructType SCHEMA = new StructType(
            Arrays.copyOfRange(RecordColumns.SCHEMA.fields(), RecordColumns.OF_BYTES, RecordColumns.SCHEMA.size()));

    private KeptRecord() {}

    /** Rows of {@link #SCHEMA}: the records in it when all of them can be used, else itself, rejected. */
    public static List<Row> parse(byte[] raw, FieldMapping mapping) {
        // Nobody kept what a manifest said about it.
        MessageParser parser = new MessageParser(mapping).withoutManifest();
        try {
            List<ParsedRecord> records = RangeReader.records(raw, parser);
            boolean canBeUsed = !records.isEmpty() && records.stream().allMatch(record -> record.reason() == null);
            return (canBeUsed ? records : List.of(parser.parse(raw, 0, raw.length)))
                    .stream().map(record -> row(record, raw)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot parse a record: reading its bytes from memory failed.", e);
        }
    }

    private static Row row(ParsedRecord record, byte[] raw) {
        Object[] row = RecordColumns.row(record, raw);
        Object[] values = Arrays.copyOfRange(row, RecordColumns.OF_BYTES, row.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = CatalystTypeConverters.convertToScala(values[i], SCHEMA.fields()[i].dataType());
        }
        return RowFactory.create(values);
    }
}
