package com.recipechatbot.analytics.ingest.read;

import com.recipechatbot.analytics.ingest.parse.ParsedRecord;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The columns of a record's row. Only a rejected record has a reason, a line and its bytes; of its fields, at most the
 * user.
 */
public final class RecordColumns {

    public static final StructType SCHEMA = new StructType()
            .add("source_id", DataTypes.StringType, false, "The source that the record belongs to")
            .add("file", DataTypes.StringType, false, "Its file, relative to the input")
            .add("line", DataTypes.LongType, true, "Rejected: its line, or its element in an array, from 1")
            .add("byte_offset", DataTypes.LongType, false, "Where it begins in the uncompressed file")
            .add("byte_length", DataTypes.LongType, false, "Its length in bytes, without surrounding white space")
            .add("reason", DataTypes.StringType, true, "Rejected: the code of a RejectionReason")
            .add("raw", DataTypes.BinaryType, true, "Rejected: its bytes, unless it is too long")
            .add("conversation_id", DataTypes.StringType, true, "Never blank")
            .add("sent_at", DataTypes.TimestampType, true, "When the message was sent, 2020 to 2039")
            .add("user_id", DataTypes.StringType, true, "Null when it is missing or blank")
            .add("role", DataTypes.StringType, true, "user, assistant, tool or system")
            .add("message", DataTypes.StringType, true, "The text as it was sent: not redacted")
            .add("metadata", DataTypes.StringType, true, "JSON, exactly as in the record")
            .add("opted_out", DataTypes.BooleanType, false, "Whether metadata.analytics_opt_out is true")
            .add("written_at", DataTypes.TimestampType, true, "When DynamoDB wrote the item, if known")
            .add("sequence", DataTypes.StringType, true, "Orders what a stream wrote in the same second, if known")
            .add(
                    "change",
                    DataTypes.StringType,
                    true,
                    "That the item is gone: the code of a Change; null for a message");

    /** The first of the columns that follow from the bytes of a record; those before it give its position. */
    public static final int OF_BYTES = SCHEMA.fieldIndex("reason");

    private RecordColumns() {}

    /**
     * A row in Spark's internal types; the caller fills in the columns before {@link #OF_BYTES}.
     *
     * @param bytes of the record; null when they are not kept
     */
    public static Object[] row(ParsedRecord record, byte[] bytes) {
        Object[] row = new Object[SCHEMA.size()];
        int at = OF_BYTES;
        if (record.reason() != null) {
            row[at] = UTF8String.fromString(record.reason().code());
            row[at + 1] = bytes;
        }
        at += 2;
        row[at++] = record.conversationId();
        row[at++] = record.sentAt();
        row[at++] = record.userId();
        row[at++] = record.role();
        row[at++] = record.message();
        row[at++] = record.metadata();
        row[at++] = record.isOptedOut();
        row[at++] = record.writtenAt();
        row[at++] = record.sequence();
        row[at] = record.change() == null
                ? null
                : UTF8String.fromString(record.change().code());
        return row;
    }
}
