package com.recipechatbot.analytics.ingest;

import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import com.recipechatbot.analytics.ingest.read.RecordColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Parses the bytes of one record that were kept from an earlier reading, by the same rules. */
public final class KeptRecord {

    /** The columns of {@link RecordColumns} that the record's bytes tell. */
    public static final StructType SCHEMA = new StructType(List.of(RecordColumns.SCHEMA.fields()).stream()
            .filter(field -> !List.of("source_id", "file", "line", "byte_offset", "byte_length")
                    .contains(field.name()))
            .toArray(StructField[]::new));

    private KeptRecord() {}

    /** A row of {@link #SCHEMA}. */
    public static Row parse(byte[] raw) {
        ParsedRecord record;
        try {
            record = new MessageParser().parse(raw, 0, raw.length);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot parse a record: its bytes are in memory and failed to be read.", e);
        }
        return RowFactory.create(
                record.reason() == null ? null : record.reason().code(),
                record.reason() == null ? null : raw,
                text(record.conversationId()),
                time(record.sentAt()),
                text(record.userId()),
                text(record.role()),
                text(record.message()),
                text(record.metadata()),
                record.isOptedOut(),
                time(record.writtenAt()),
                text(record.sequence()),
                record.change() == null ? null : record.change().code());
    }

    private static String text(UTF8String text) {
        return text == null ? null : text.toString();
    }

    private static Timestamp time(Long micros) {
        return micros == null ? null : Timestamp.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
