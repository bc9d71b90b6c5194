package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {

    private Instant now = Instant.parse("2025-01-16T04:00:00Z");

    /** Twenty minutes of patience are enough for four more runs. */
    @ParameterizedTest
    @CsvSource({
        // ended with, what the next runs would end with, ends with, runs
        "0, '0', 0, 0",
        "2, '0', 2, 0",
        "4, '0', 4, 0",
        "3, '0', 0, 1",
        "5, '3 0', 0, 2",
        "3, '4 0', 4, 1",
        "3, '3 3 3 3 0', 3, 4",
        "1, '0', 0, 1",
        "1, '1 0', 1, 1",
        "3, '1 1 0', 1, 2"
    })
    void aRunIsRepeatedWhereThatHelps(int first, String next, int last, int runs) {
        Deque<Integer> codes = codes(next);
        int planned = codes.size();

        assertThat(patient(20).after(first, codes::pop, () -> false)).isEqualTo(last);
        assertThat(planned - codes.size()).isEqualTo(runs);
    }

    @Test
    void withoutPatienceNothingIsRepeated() {
        assertThat(patient(0).after(ExitCode.INPUT_NOT_READY, codes("0")::pop, () -> false))
                .isEqualTo(ExitCode.INPUT_NOT_READY);
    }

    /** It published what was there; the days that are missing are a matter of the next night. */
    @Test
    void aRunThatPublishedSomethingIsNotRepeated() {
        assertThat(patient(20).after(ExitCode.INPUT_NOT_READY, codes("0")::pop, () -> true))
                .isEqualTo(ExitCode.INPUT_NOT_READY);
    }

    private Repeats patient(int minutes) {
        return new Repeats(Duration.ofMinutes(minutes), () -> now, pause -> now = now.plus(pause));
    }

    private static Deque<Integer> codes(String codes) {
        return new ArrayDeque<>(
                List.of(codes.split(" ")).stream().map(Integer::valueOf).toList());
    }
}
