package com.recipechatbot.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserMentionsTest {

    private final UserMentions mentions = new UserMentions(List.of("ann", "42", "zo\u00eb"));

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
                "a                                    | false | shorter than any id"
            })
    void anIdIsAWholeValue(String raw, boolean isFound, String why) {
        assertThat(mentions.in(raw.getBytes(StandardCharsets.UTF_8))).isEqualTo(isFound);
    }
}
