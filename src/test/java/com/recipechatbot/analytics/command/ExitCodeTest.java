package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.facts.FactsTooLargeException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
        List<String> lines = ended.err().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "Cannot finish fails: something unexpected went wrong. Nothing was partially published. Run it again; report it if it persists.");
        String file = lines.get(1).replaceAll("To report it, attach (.*): it says where it failed[.]", "$1");
        assertThat(Path.of(file))
                .content()
                .startsWith("java.lang.IllegalStateException")
                .contains("caused by java.lang.IllegalArgumentException")
                .contains("at com.recipechatbot.analytics.command.ExitCodeTest$Fails.call(ExitCodeTest.java:")
                .doesNotContain("jane.roe")
                .doesNotContain("4242");
    }

    static Stream<Arguments> failures() {
        String lost =
                "[FAILED_READ_FILE.FILE_NOT_EXIST] Encountered error while reading file file:/data/lake/restricted/"
                        + "conversation_parts/day=2025-01-06/part-00000-2f.c000.snappy.parquet. File does not exist.";
        return Stream.of(
                arguments(new IllegalStateException("row 7"), "something unexpected went wrong"),
                arguments(new NullPointerException("row 7"), "something unexpected went wrong"),
                arguments(new AccessDeniedException("s3a://bucket/a", null, "row 7"), "access is denied"),
                arguments(new IOException("Permission denied"), "access is denied"),
                arguments(new AccessControlException("Permission denied: row 7"), "access is denied"),
                arguments(new NoAuthWithAWSException("row 7"), "no AWS credentials were found"),
                arguments(
                        new RuntimeException("Unable to load credentials from any of the providers: row 7"),
                        "no AWS credentials were found"),
                arguments(
                        new UnsupportedFileSystemException("No FileSystem for scheme \"gs\""),
                        "this kind of address cannot be read"),
                arguments(new UnknownHostException("row 7"), "a service cannot be reached"),
                arguments(new ConnectException("row 7"), "a service cannot be reached"),
                arguments(new SocketTimeoutException("row 7"), "a service cannot be reached"),
                arguments(new IOException("No space left on device"), "the disk is full"),
                arguments(new FileNotFoundException("row 7"), "a file is gone"),
                arguments(new NoSuchFileException("row 7"), "a file is gone"),
                arguments(
                        new IllegalStateException("Job aborted", new SparkException(lost, null)),
                        "a file of the table conversation_parts (part-00000-2f.c000.snappy.parquet) is gone"),
                arguments(new MalformedInputException(1), "it is not text in UTF-8"),
                arguments(
                        new IllegalArgumentException(new URISyntaxException("a:b", "Relative path in absolute URI")),
                        "a file or folder has a colon in its name"),
                arguments(new OutOfMemoryError("row 7"), "there is not enough memory"),
                arguments(new StackOverflowError(), "there is not enough memory"),
                arguments(new NoClassDefFoundError("org/example/Gone"), "something unexpected went wrong"),
                arguments(new ExceptionInInitializerError("row 7"), "something unexpected went wrong"),
                arguments(new AssertionError("row 7"), "something unexpected went wrong"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyKindOfFailureIsToldInOneSentenceWithoutNamesOfClasses(Throwable failure, String words) {
        Callable<Integer> fails = () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };

        Ended ended = Commands.ended(() -> RootCommand.execute(
                ExitCode.handlingFailuresOf(new CommandLine(CommandSpec.create())
                        .addSubcommand("fails", CommandSpec.wrapWithoutInspection(fails))),
                "fails"));

        assertThat(ended.exitCode()).isPositive();
        assertThat(ended.err())
                .startsWith("Cannot finish fails: " + words + ". Nothing was partially published. ")
                .doesNotContain("row 7")
                .doesNotContainPattern("[a-z]+[.][a-z]+[.][A-Z]")
                .doesNotContainPattern("[A-Za-z](Exception|Error)\\b");
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
