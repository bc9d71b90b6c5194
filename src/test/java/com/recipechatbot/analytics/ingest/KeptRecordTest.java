package com.recipechatbot.analytics.ingest;

import static com.recipechatbot.analytics.ingest.ExportFolder.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a replay makes of the bytes that are kept of a record. */
class KeptRecordTest {

    @Test
    void keysAloneStillSayNothing() {
        assertThat(
                        parse(
                                "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"1736935201000001\"}},\"Keys\":{\"conversation_id\":{\"S\":\"c1\"},\"timestamp\":{\"S\":\"2025-01-15T10:00:00Z\"}}}"))
                .extracting(row -> value(row, "reason"), row -> value(row, "change"))
                .containsExactly(tuple("keys_without_view", null));
    }

    @Test
    void aWrapperAndObjectsInARowGiveTheirRecords() {
        String wrapper = "{\"Records\":[{\"detail\":" + record("one") + "},{\"detail\":" + record("two") + "}]}";

        assertThat(messages(wrapper)).containsExactly("one", "two");
        assertThat(messages(record("one") + record("two"))).containsExactly("one", "two");
    }

    @Test
    void ofWhichOneIsBrokenItStaysWhole() {
        assertThat(parse(record("one") + "{\"role\":"))
                .extracting(row -> value(row, "reason"))
                .containsExactly("not_json");
    }

    private static List<Object> messages(String raw) {
        return parse(raw).stream().map(row -> value(row, "message")).toList();
    }

    private static Object value(Row row, String column) {
        return row.get(KeptRecord.SCHEMA.fieldIndex(column));
    }

    private static List<Row> parse(String raw) {
        return KeptRecord.parse(raw.getBytes(StandardCharsets.UTF_8), FieldMapping.NONE);
    }
}
