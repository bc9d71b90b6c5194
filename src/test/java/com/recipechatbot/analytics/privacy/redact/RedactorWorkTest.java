package com.recipechatbot.analytics.privacy.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorWorkTest {

    private static final int MEGABYTE = 1 << 20;

    private final Redactor redactor = Redactor.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "@",
                ":",
                "://",
                "[",
                "\"@",
                "a@",
                "a.",
                "1.",
                "a at ",
                "(at)",
                "a dot ",
                "a at a.a.a.",
                "f:",
                "::",
                "GB29",
                "my name is ",
                "call ",
                "i live at ",
                "1 Aa ",
                "https://a?",
                "a@a.a-",
                "\uFFFF"
            })
    void workGrowsWithTheLengthOfTheText(String piece) {
        assertThat(visits(piece, MEGABYTE)).isLessThan(200L * MEGABYTE).isLessThan(5 * visits(piece, MEGABYTE / 4));
    }

    /** Numbers cost more, because each may begin a phone number; a sixteenth of the size shows the growth as well. */
    @ParameterizedTest
    @ValueSource(strings = {"1 ", "2 2 ", "0-", "4111 ", "(1) ", "+1", "call 1 "})
    void workGrowsWithTheLengthOfNumbers(String piece) {
        assertThat(visits(piece, MEGABYTE / 16))
                .isLessThan(1000L * MEGABYTE / 16)
                .isLessThan(5 * visits(piece, MEGABYTE / 64));
    }

    private long visits(String piece, int length) {
        CountedText text = new CountedText(piece.repeat(length / piece.length()));
        redactor.claimAll(text);
        return text.visits;
    }

    /** Counts how often a character is looked at: the work done, measured without a clock. */
    private static final class CountedText extends ShadowText {

        private long visits;

        CountedText(String original) {
            super(original);
        }

        @Override
        public char at(int place) {
            visits++;
            return super.at(place);
        }
    }

    @Test
    void aMessageOfTenMegabytesIsRedacted() {
        String text = "Whisk the eggs. ".repeat(10 * MEGABYTE / 16) + "jane@example.com";

        assertThat(redactor.redact(text).text()).endsWith("Whisk the eggs. [EMAIL]");
    }

    @Test
    void aCleanMessageCostsNoMemory() {
        byte[] utf8 = "Preheat the oven to 350 degrees — and bake 20-25 minutes (1½ cups, 2 lb).".getBytes(UTF_8);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 1000; i++) {
            assertThat(redactor.redact(utf8, 0, utf8.length).isClean()).isTrue();
        }

        long before = threads.getCurrentThreadAllocatedBytes();
        boolean clean = true;
        for (int i = 0; i < 1000; i++) {
            clean &= redactor.redact(utf8, 0, utf8.length).isClean();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(clean).isTrue();
        assertThat(allocated).isLessThan(1000);
    }
}
