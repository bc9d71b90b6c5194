package com.recipechatbot.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderUsersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undefined",
                "null",
                "NULL",
                "None",
                "nil",
                "NaN",
                "N/A",
                "Unknown",
                "anonymous",
                "Guest",
                "[object Object]",
                "0",
                "000000",
                "00000000-0000-0000-0000-000000000000"
            })
    void nameNobody(String user) {
        assertThat(PlaceholderUsers.have(UTF8String.fromString(user))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"u1", "nonesuch", "anonymous-7", "0a", "-", "100", "Nullmeier", "guest house", "nulI"})
    void otherIdsNameSomebody(String user) {
        assertThat(PlaceholderUsers.have(UTF8String.fromString(user))).isFalse();
    }
}
