package com.recipechatbot.analytics.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import com.recipechatbot.analytics.ingest.read.Records.Found;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineSplitterTest {

    @Test
    void blank_lines_are_no_records_but_count_as_lines() throws IOException {
        assertThat(split("\n a\n \t\r\nb\n\n"))
                .extracting(Found::text, Found::number, Found::offset, Found::length)
                .containsExactly(tuple("a", 2L, 2L, 1L), tuple("b", 4L, 8L, 1L));
    }

    @Test
    void a_line_may_end_as_windows_ends_it() throws IOException {
        assertThat(split("a\r\nb\r\n")).extracting(Found::text).containsExactly("a", "b");
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(split("a\nb")).extracting(Found::text).containsExactly("a", "b");
    }

    @Test
    void an_empty_file_has_no_records() throws IOException {
        assertThat(split("")).isEmpty();
    }

    @Test
    void a_line_that_is_too_long_is_skipped_and_its_length_told() throws IOException {
        String longest = "x".repeat(Records.LONGEST);

        assertThat(split("a\n" + longest + "\n" + longest + "yz\nb"))
                .extracting(Found::text, Found::flaw, Found::offset, Found::length)
                .containsExactly(
                        tuple("a", null, 0L, 1L),
                        tuple(longest, null, 2L, (long) Records.LONGEST),
                        tuple("", RejectionReason.RECORD_TOO_LONG, 3L + Records.LONGEST, 2L + Records.LONGEST),
                        tuple("b", null, 6L + 2 * Records.LONGEST, 1L));
    }

    private static List<Found> split(String file) throws IOException {
        return Records.of(new LineSplitter(Records.window(file), Long.MAX_VALUE, 0));
    }
}
