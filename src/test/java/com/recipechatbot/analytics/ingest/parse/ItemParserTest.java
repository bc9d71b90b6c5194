package com.recipechatbot.analytics.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.ingest.FieldMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What DynamoDB puts around an item is taken off, and the item is judged like any record. */
class ItemParserTest {

    private final MessageParser parser = new MessageParser(FieldMapping.NONE);

    @ParameterizedTest(name = "{3}: {0}")
    @CsvFileSource(resources = "/ingest/items.csv", numLinesToSkip = 1, quoteCharacter = '\'', maxCharsPerColumn = 800)
    void aLineIsParsedOrRejectedByTheRules(String line, String reason, String fields, String why) throws IOException {
        ParsedRecord parsed = parse(line);

        assertThat(parsed.reason() == null ? null : parsed.reason().code()).isEqualTo(reason);
        for (String field : fields == null ? new String[0] : fields.split(";")) {
            String[] nameAndValue = field.split("=", 2);
            assertThat(text(parsed, nameAndValue[0])).as(nameAndValue[0]).isEqualTo(nameAndValue[1]);
        }
        assertThat(reason != null || fields != null)
                .as("the row expects something")
                .isTrue();
    }

    @Test
    void theUserAndTheOptOutOfARejectedItemAreRead() throws IOException {
        ParsedRecord parsed = parse(
                "{\"Item\":{\"conversation_id\":\"c\",\"user_id\":{\"S\":\"u\"},\"metadata\":{\"M\":{\"analytics_opt_out\":{\"BOOL\":true}}}}}");

        assertThat(parsed)
                .isEqualTo(ParsedRecord.rejected(RejectionReason.BAD_ATTRIBUTE, UTF8String.fromString("u"), true));
    }

    private ParsedRecord parse(String line) throws IOException {
        byte[] bytes = ("  " + line + "  ").getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, 2, bytes.length - 2);
    }

    private static String text(ParsedRecord record, String field) {
        return switch (field) {
            case "conversation_id" -> String.valueOf(record.conversationId());
            case "sent_at" -> time(record.sentAt());
            case "user_id" -> String.valueOf(record.userId());
            case "role" -> String.valueOf(record.role());
            case "message" -> String.valueOf(record.message());
            case "metadata" -> String.valueOf(record.metadata());
            case "opted_out" -> Boolean.toString(record.isOptedOut());
            case "written_at" -> time(record.writtenAt());
            case "sequence" -> String.valueOf(record.sequence());
            case "change" -> String.valueOf(record.change());
            default -> throw new IllegalArgumentException("There is no field " + field);
        };
    }

    private static String time(Long micros) {
        return micros == null
                ? "null"
                : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
