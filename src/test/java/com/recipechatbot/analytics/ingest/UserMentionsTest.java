package com.recipechatbot.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Mutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserMentionsTest {

    private final UserMentions mentions =
            new UserMentions(List.of("ann", "42", "zo\u00eb", "a/b", "q\"t", "\ud83c\udf72chef"));

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"user_id\": \"ann\", \"role\":        | true  | a text",
                "{\"user_id\": \"ann                   | true  | the record breaks off behind it",
                "{\"log\": \"{\\\"user_id\\\":\\\"ann\\\"}\"}  | true  | a text in a text",
                "{\"user_id\":42,                     | true  | a number",
                "{\"user_id\": 42                     | true  | a number at the end",
                "{\"user_id\": \"zo\u00eb\", x          | true  | beyond ASCII",
                "{\"user_id\": \"annabel\",             | false | the beginning of another",
                "{\"user_id\": \"joann\",               | false | the end of another",
                "{\"message\": \"ann cooks\",           | false | a word of a message",
                "{\"user_id\": 421,                    | false | the beginning of another number",
                "{\"timestamp\": 1742,                 | false | the end of another number",
                "{\"timestamp\": \"2025-01-06T10:42:00\", | false | a part of a time",
                "a                                    | false | shorter than any id",
                "{\"user_id\": \"zo\\u00eb\",              | true  | an escape",
                "{\"user_id\": \"\\u007A\\u006f\\u00EB\",  | true  | escapes in upper case",
                "{\"user_id\": \"\\u0034\\u0032\",        | true  | escaped digits",
                "{\"user_id\": \"a\\/b\",                | true  | an escaped slash",
                "{\"user_id\": \"q\\\"t\",               | true  | an escaped quote",
                "{\"user_id\": \"\\uD83C\\uDF72chef\",    | true  | a surrogate pair",
                "{\"log\": \"{\\\"user_id\\\":\\\"zo\\\\u00eb\\\"}\"} | true | an escape in a text in a text",
                "{\"Item\":{\"user_id\":{\"S\":\"ann\"}, x   | true  | an item of DynamoDB",
                "{\"Item\":{\"user_id\":{\"N\":\"42\"}, x    | true  | a number in an item",
                "{\"user_ids\":{\"SS\":[\"bob\",\"ann\"]}, x | true  | a set in an item",
                "{\"user_ids\": [ 7,\t42 ], x          | true  | a number in a list",
                "{'user_id': 'ann', 'role': None}     | true  | as Python prints it",
                "{\"user_id\": \"zo\\u00ebl\",             | false | the beginning of another, escaped",
                "{\"message\": \"cook 42 minutes\",     | false | a number of a message"
            })
    void anIdIsAWholeValue(String raw, boolean isFound, String why) {
        assertThat(mentions.in(raw.getBytes(StandardCharsets.UTF_8))).isEqualTo(isFound);
    }

    @Test
    void anIdIsFoundInWhatServicesEncode() throws IOException {
        String record = "{\"message\":\"How do I make soup?\",\"user_id\":\"ann\",\"role\":\"robot\"}";
        for (int how = 1; how <= 3; how++) {
            String carried = "{\"Records\":[{\"data\":" + Mutations.carried(record, how);

            assertThat(mentions.in(carried.getBytes(StandardCharsets.UTF_8))).isTrue();
            assertThat(new UserMentions(List.of("annabel")).in(carried.getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
        }
    }

    @Test
    void bytesThatAreNotUtf8AreReadAsLatin1() {
        assertThat(mentions.in("{\"user_id\": \"zo\u00eb\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
    }
}
