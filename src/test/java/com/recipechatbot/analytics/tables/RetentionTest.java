package com.recipechatbot.analytics.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    @ParameterizedTest
    @CsvSource({
        "90 days, 2025-01-20, 2024-10-22",
        "400 days, 2025-01-20, 2023-12-17",
        "2 years, 2025-01-20, 2023-01-20",
        "2 years, 2024-02-29, 2022-02-28"
    })
    void theFirstDayKeptIsThatLongAgo(String retention, LocalDate asOf, LocalDate first) {
        assertThat(Retention.parse(retention).firstKept(asOf)).contains(first);
    }

    @Test
    void forEverKeepsAll() {
        assertThat(Retention.parse("for ever").firstKept(LocalDate.of(2025, 1, 20)))
                .isEmpty();
    }

    @Test
    void aMistakeInTheBuildIsSaid() {
        assertThatThrownBy(() -> Retention.parse("some days"))
                .hasMessage("Cannot read 'some days' as a retention: expected one like 90 days, 2 years or for ever.");
    }
}
