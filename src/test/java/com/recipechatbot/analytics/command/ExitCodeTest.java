package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
}
