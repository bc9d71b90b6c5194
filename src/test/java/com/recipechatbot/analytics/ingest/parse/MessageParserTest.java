package com.recipechatbot.analytics.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.ingest.FieldMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageParserTest {

    private static final String REQUIRED =
            "\"conversation_id\":\"c\",\"timestamp\":\"2025-01-15T10:00:00Z\",\"role\":\"user\"";

    private final MessageParser parser = new MessageParser(FieldMapping.NONE);

    @ParameterizedTest(name = "{3}: {0}")
    @CsvFileSource(
            resources = "/ingest/records.csv",
            numLinesToSkip = 1,
            quoteCharacter = '\'',
            maxCharsPerColumn = 500)
    void a_record_is_parsed_or_rejected_by_the_rules(String record, String reason, String fields, String why)
            throws IOException {
        assertParsed(parser, record, reason, fields);
    }

    private static void assertParsed(MessageParser parser, String record, String reason, String fields)
            throws IOException {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        ParsedRecord parsed = parser.parse(bytes, 0, bytes.length);

        assertThat(parsed.reason() == null ? null : parsed.reason().code()).isEqualTo(reason);
        for (String field : fields == null ? new String[0] : fields.split(";")) {
            String[] nameAndValue = field.split("=", 2);
            assertThat(text(parsed, nameAndValue[0])).as(nameAndValue[0]).isEqualTo(nameAndValue[1]);
        }
        assertThat(reason != null || fields != null)
                .as("the row expects something")
                .isTrue();
    }

    @ParameterizedTest(name = "{4}: {1}")
    @CsvFileSource(
            resources = "/ingest/mapped_records.csv",
            numLinesToSkip = 1,
            quoteCharacter = '\'',
            maxCharsPerColumn = 500)
    void a_record_is_read_by_the_names_of_its_input(
            String mapping, String record, String reason, String fields, String why) throws IOException {
        FieldMapping names = FieldMapping.of(List.of(mapping.split(";")));

        assertParsed(new MessageParser(names), record, reason, fields);
    }

    @Test
    void a_rejected_record_gives_none_of_its_fields_but_the_user() throws IOException {
        String record =
                "{\"conversation_id\":\"c\",\"timestamp\":\"2025-01-15T10:00:00Z\",\"user_id\":\"u\",\"role\":\"robot\",\"message\":\"Hi\"}";

        assertThat(parse(record.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ParsedRecord.rejected(RejectionReason.UNKNOWN_ROLE, UTF8String.fromString("u"), false));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            nullValues = "none",
            value = {
                "{\"user_id\":\"u\",\"role\":             | u",
                "{\"user_id\":\"u\\u006e\",                | un",
                "{\"user_id\":\"u                      | none",
                "{\"user_id\":\"u\\\"                   | none",
                "{\"user_id\":42,\"role\"                | 42",
                "{\"user_id\":42]                     | 42",
                "{\"user_id\":\"\",\"role\"              | none",
                "{\"user_id\":[\"u\"],\"role\"           | none",
                "{\"user_id\":null,\"role\"              | none",
                "{\"user_id\":\"u\",\"user_id\":\"v\"}    | v",
                "{\"user_id\":\"u\",\"user_id\":\"v      | u",
                "{\"role\":\"user\",                    | none"
            })
    void the_user_of_a_broken_record_is_read_as_far_as_it_goes(String record, String userId) throws IOException {
        ParsedRecord parsed = parse(record.getBytes(StandardCharsets.UTF_8));

        assertThat(parsed.reason()).isNotNull();
        assertThat(parsed.userId()).isEqualTo(UTF8String.fromString(userId));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "true, true",
                "1, true",
                "1.0, true",
                "\"yes\", true",
                "\" Y \", true",
                "\"TRUE\", true",
                "\"1\", true",
                "\"on\", true",
                "false, false",
                "0, false",
                "\"no\", false",
                "\"\", false",
                "null, false",
                "2, false"
            })
    void an_opt_out_may_be_written_in_several_ways(String value, boolean isOptOut) throws IOException {
        String metadata = "{\"analytics_opt_out\":" + value + "}";
        for (String written : List.of(metadata, "\"" + metadata.replace("\"", "\\\"") + "\"")) {
            byte[] record = ("{" + REQUIRED + ",\"metadata\":" + written + "}").getBytes(StandardCharsets.UTF_8);

            assertThat(parse(record).isOptedOut()).as(written).isEqualTo(isOptOut);
        }
    }

    @Test
    void a_byte_that_is_no_utf8_rejects_the_record_even_in_a_field_that_is_not_read() throws IOException {
        byte[] record = ("{" + REQUIRED + ",\"note\":\"caf\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(parse(record).reason()).isEqualTo(RejectionReason.INVALID_UTF8);
    }

    @Test
    void a_text_in_utf16_is_not_taken_for_json() throws IOException {
        byte[] record = ("{" + REQUIRED + "}").getBytes(StandardCharsets.UTF_16LE);

        assertThat(parse(record).reason()).isEqualTo(RejectionReason.NOT_JSON);
    }

    @Test
    void a_message_of_ten_megabytes_is_read_whole() throws IOException {
        String message = "stir ".repeat(2 << 20);

        ParsedRecord parsed =
                parse(("{" + REQUIRED + ",\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));

        assertThat(parsed.message().numBytes()).isEqualTo(10 << 20);
    }

    @Test
    void nesting_without_end_is_rejected() throws IOException {
        assertThat(parse(("{\"a\":" + "[".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(RejectionReason.NOT_JSON);
    }

    private ParsedRecord parse(byte[] record) throws IOException {
        // A record never begins where its buffer begins, except the first one.
        byte[] buffer = new byte[record.length + 20];
        System.arraycopy(record, 0, buffer, 10, record.length);
        return parser.parse(buffer, 10, 10 + record.length);
    }

    private static String text(ParsedRecord record, String field) {
        return switch (field) {
            case "conversation_id" -> text(record.conversationId());
            case "sent_at" ->
                Instant.EPOCH.plus(record.sentAt(), ChronoUnit.MICROS).toString();
            case "user_id" -> text(record.userId());
            case "role" -> text(record.role());
            case "message" -> text(record.message());
            case "metadata" -> text(record.metadata());
            case "opted_out" -> Boolean.toString(record.isOptedOut());
            default -> throw new IllegalArgumentException("There is no field " + field);
        };
    }

    private static String text(UTF8String value) {
        return String.valueOf(value);
    }
}
