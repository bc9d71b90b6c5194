package com.recipechatbot.analytics.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.recipechatbot.analytics.ingest.FieldMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class MessageParserProperties {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessageParser parser = new MessageParser(FieldMapping.NONE);

    @Property
    void what_another_library_writes_is_read_back(
            @ForAll String message,
            @ForAll String userId,
            @ForAll Map<String, String> metadata,
            @ForAll boolean isAscii,
            @ForAll boolean isIndented)
            throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("metadata", metadata);
        fields.put("timestamp", "2025-01-15T10:00:00Z");
        fields.put("message", message);
        fields.put("conversation_id", "c" + userId);
        fields.put("user_id", "u" + userId);
        fields.put("role", "assistant");
        ObjectWriter writer = isIndented ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer();
        if (isAscii) {
            writer = writer.with(JsonWriteFeature.ESCAPE_NON_ASCII);
        }
        byte[] record = writer.writeValueAsBytes(fields);

        ParsedRecord parsed = parser.parse(record, 0, record.length);

        assertThat(parsed.reason()).isNull();
        assertThat(parsed.message().toString()).isEqualTo(message);
        assertThat(parsed.userId().toString()).isEqualTo("u" + userId);
        assertThat(parsed.conversationId().toString()).isEqualTo("c" + userId);
        assertThat(JSON.readTree(parsed.metadata().toString()))
                .isEqualTo(JSON.readTree(JSON.writeValueAsString(metadata)));
    }

    @Property
    void no_bytes_are_too_odd(@ForAll byte[] bytes) throws IOException {
        assertThat(parser.parse(bytes, 0, bytes.length).reason()).isNotNull();
    }

    @Property
    void a_record_with_a_byte_changed_is_parsed_or_rejected_but_never_fails(@ForAll byte value, @ForAll int position)
            throws IOException {
        byte[] record =
                "{\"conversation_id\":\"c\",\"timestamp\":\"2025-01-15T10:00:00Z\",\"role\":\"user\",\"message\":\"\\ud83c\\udf5d\",\"user_id\":7,\"metadata\":{\"analytics_opt_out\":true}}"
                        .getBytes(StandardCharsets.UTF_8);
        record[Math.floorMod(position, record.length)] = value;

        ParsedRecord parsed = parser.parse(record, 0, record.length);

        assertThat(parsed.reason() == null).isEqualTo(parsed.conversationId() != null);
    }
}
