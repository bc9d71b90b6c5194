package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.facts.FactsTooLargeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class ExitCodeTest {

    @Command(name = "fails")
    private static final class Fails implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException(
                    "row: jane.roe@example.com", new IllegalArgumentException("user 4242424242424242"));
        }
    }

    @Test
    void whatWasNotForeseenIsToldWithoutTheWordsOfForeignExceptions() {
        Ended ended = Commands.ended(
                () -> ExitCode.handlingFailuresOf(new CommandLine(new Fails())).execute());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith(
                        "Cannot finish fails: java.lang.IllegalStateException. Nothing was partially published. Run it again")
                .contains("caused by java.lang.IllegalArgumentException")
                .contains("at com.recipechatbot.analytics.command.ExitCodeTest$Fails.call(ExitCodeTest.java:")
                .doesNotContain("jane.roe")
                .doesNotContain("4242");
    }

    @Test
    void aConversationThatIsTooLargeIsDamagedInput() {
        FactsTooLargeException tooLarge =
                new FactsTooLargeException(LocalDate.parse("2025-01-06"), 15_000_000, 1 << 30);
        Callable<Integer> fails = () -> {
            // As Spark wraps what its tasks throw.
            throw new IllegalStateException("Job aborted", tooLarge);
        };

        Ended ended = Commands.ended(
                () -> ExitCode.handlingFailuresOf(new CommandLine(CommandSpec.wrapWithoutInspection(fails)))
                        .execute());

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.err().strip())
                .isEqualTo(
                        "Cannot fold a conversation that begins on 2025-01-06: its first 15,000,000 messages already take 1,024 MB. Look for a conversation_id that the exporter gives to everyone, and exclude or repair its records.");
    }
}
