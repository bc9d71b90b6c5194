package com.recipechatbot.analytics.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.recipechatbot.analytics.privacy.keys.Pseudonyms;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Pseudonyms as columns. Not among the SQL functions: whoever may call one needs the keys. */
final class PseudonymColumns {

    private static final StructType KEYS =
            StructType.fromDDL("conversation_key STRING, user_day_key STRING, activity_key STRING, message_key BIGINT, "
                    + "conversation_week_key STRING, user_week_key STRING, image_key BIGINT");

    private PseudonymColumns() {}

    /**
     * Over conversation_id, user_id, day, sent_at, role, content, a hash of the message, and image, a hash of all that
     * is read of an item; null for a record that was rejected.
     */
    static Column of(Pseudonyms pseudonyms) {
        UDF7<String, String, Integer, Long, String, Long, Long, Row> keys =
                (conversation, user, day, micros, role, content, image) -> conversation == null
                        ? null
                        : RowFactory.create(
                                pseudonyms.conversation(conversation),
                                user == null ? null : pseudonyms.userDay(user, day),
                                user == null ? null : pseudonyms.activity(user),
                                role == null
                                        ? null
                                        : pseudonyms.message(conversation, micros, role, Long.toHexString(content)),
                                pseudonyms.conversationOfWeeks(conversation),
                                user == null ? null : pseudonyms.userWeek(user, monday(day)),
                                role == null || image == null
                                        ? null
                                        : pseudonyms.message(
                                                conversation, micros, role, "image " + Long.toHexString(image)));
        return functions
                .udf(keys, KEYS)
                .apply(
                        col("conversation_id"),
                        col("user_id"),
                        expr("unix_date(day)"),
                        expr("unix_micros(sent_at)"),
                        col("role"),
                        col("content"),
                        col("image"));
    }

    private static int monday(int epochDay) {
        return (int) ReportingWeek.of(LocalDate.ofEpochDay(epochDay)).monday().toEpochDay();
    }

    /** Over the bytes of a rejected record; null for the others. */
    static Column ofRecord(Pseudonyms pseudonyms) {
        UDF1<byte[], String> key = raw -> raw == null ? null : pseudonyms.record(raw);
        return functions.udf(key, DataTypes.StringType).apply(col("raw"));
    }

    /** Over the bytes of a rejected record and its key: the record as it may be kept; null without a quarantine key. */
    static Column ofSealedRecord(Pseudonyms pseudonyms) {
        UDF2<byte[], String, byte[]> seal =
                (raw, recordKey) -> pseudonyms.quarantine().seal(raw, recordKey);
        return functions.udf(seal, DataTypes.BinaryType).apply(col("raw"), col("record_key"));
    }
}
