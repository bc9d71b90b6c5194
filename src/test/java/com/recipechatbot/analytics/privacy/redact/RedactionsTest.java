package com.recipechatbot.analytics.privacy.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionsTest {

    private final Redactor redactor = Redactor.standard();

    static List<RedactionsTable.Row> rows() {
        return RedactionsTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowOfTheTableHolds(RedactionsTable.Row row) {
        assertThat(redacted(redactor.redact(row.input()), row.input())).isEqualTo(row.expected());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theBytesOfARowGiveTheSame(RedactionsTable.Row row) {
        byte[] utf8 = row.input().getBytes(StandardCharsets.UTF_8);

        assertThat(redacted(redactor.redact(utf8, 0, utf8.length), row.input())).isEqualTo(row.expected());
    }

    /** Texts are read 64 bytes at a time, and line breaks mean nothing here: it must not matter where a value stands. */
    @ParameterizedTest
    @MethodSource("rows")
    void aRowGivesTheSameAnywhereInALongText(RedactionsTable.Row row) {
        String after = "\n".repeat(64);
        for (int place = 0; place <= 64; place++) {
            String before = "\n".repeat(place);
            String text = before + row.input() + after;

            assertThat(redacted(redactor.redact(text), text)).isEqualTo(before + row.expected() + after);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void redactingARowTwiceChangesNothing(RedactionsTable.Row row) {
        assertThat(redactor.redact(row.expected()).isClean()).isTrue();
    }

    @Test
    void theTableCoversEveryTypeAndCooking() {
        for (PersonalDataType type : PersonalDataType.values()) {
            assertThat(rows())
                    .filteredOn(row -> row.expected().contains(type.placeholder()))
                    .as(type.name())
                    .hasSizeGreaterThan(5);
        }
        assertThat(rows()).filteredOn(row -> row.expected().equals(row.input())).hasSizeGreaterThan(90);
    }

    private static String redacted(Redaction redaction, String input) {
        return redaction.isClean() ? input : redaction.text();
    }
}
