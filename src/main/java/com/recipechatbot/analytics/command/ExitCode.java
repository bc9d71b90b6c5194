package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.FailureKind;
import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.capture.CaptureException;
import com.recipechatbot.analytics.capture.CaptureNotReadyException;
import com.recipechatbot.analytics.capture.ExportFailedException;
import com.recipechatbot.analytics.facts.FactsTooLargeException;
import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.InputChangedException;
import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.lake.LakeBusyException;
import com.recipechatbot.analytics.lake.LakeException;
import com.recipechatbot.analytics.lake.LostTablesException;
import com.recipechatbot.analytics.logs.StackTraces;
import com.recipechatbot.analytics.privacy.keys.KeyRingException;
import com.recipechatbot.analytics.run.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;

/** How a command ends, for its scheduler. */
public final class ExitCode {

    public static final int DONE = 0;
    /** Not expected; nothing was partially published and a retry is safe. */
    public static final int UNEXPECTED = 1;
    /** Wrong usage or configuration: a retry will not help. */
    public static final int USAGE = 2;
    /** The input is not there yet: try again later. */
    public static final int INPUT_NOT_READY = 3;
    /** Damaged input or a failed data check: a person has to look at it. */
    public static final int DAMAGED = 4;
    /** Another run holds the lake. */
    public static final int BUSY = 5;

    private ExitCode() {}

    /** Makes a command line and its subcommands end with these codes, and say in one sentence on standard error why. */
    static CommandLine handlingFailuresOf(CommandLine line) {
        return line.setExitCodeExceptionMapper(ExitCode::of)
                .setExecutionExceptionHandler((failure, failed, parsed) -> said(failure, failed))
                .setParameterExceptionHandler((wrong, given) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println(message(wrong));
                    command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
                    return USAGE;
                });
    }

    private static int said(Exception failure, CommandLine failed) {
        if (LastWords.areSpoken()) {
            // Stopped from outside: that Spark ended in the middle of a step explains nothing.
            return UNEXPECTED;
        }
        PrintWriter err = failed.getErr();
        Throwable cause = known(failure);
        if (cause != null) {
            err.println(cause.getMessage());
            return of(cause);
        }
        sayUnforeseen(failure, failed.getCommandName(), err::println);
        return FailureKind.lostTableFile(failure).isPresent() ? DAMAGED : UNEXPECTED;
    }

    /** Ends with the code of an exception or error that no handler has seen. */
    static int of(Throwable failure, String command) {
        if (!LastWords.areSpoken()) {
            sayUnforeseen(failure, command, System.err::println);
        }
        return UNEXPECTED;
    }

    /** Messages of foreign exceptions may hold values of rows, and names of classes tell an operator nothing. */
    private static void sayUnforeseen(Throwable failure, String command, Consumer<String> err) {
        Optional<String> lost = FailureKind.lostTableFile(failure);
        if (lost.isPresent()) {
            err.accept(
                    "Cannot finish %s: a file of the table %s is gone. Nothing was partially published. Restore it; or see what is damaged with jobs/run verify, and backfill the days into a new lake."
                            .formatted(command, lost.get()));
        } else {
            FailureKind kind = FailureKind.of(failure);
            err.accept("Cannot finish %s: %s. Nothing was partially published. %s"
                    .formatted(command, kind.words(), kind.whatToDo()));
        }
        keepStack(failure).ifPresent(file -> err.accept("To report it, attach " + file + ": it says where it failed."));
    }

    /** The places of a failure help to fix it. */
    private static Optional<Path> keepStack(Throwable failure) {
        try {
            Path file = Files.createTempFile("recipe-chatbot-analytics-", ".txt");
            Files.write(file, StackTraces.withoutMessages(failure));
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String message(CommandLine.ParameterException wrong) {
        boolean isName = wrong instanceof CommandLine.UnmatchedArgumentException
                && !wrong.getCommandLine().getSubcommands().isEmpty();
        if (!isName) {
            return wrong.getMessage();
        }
        CommandLine.UnmatchedArgumentException unmatched = (CommandLine.UnmatchedArgumentException) wrong;
        List<String> near = unmatched.getSuggestions();
        return "Cannot run '%s': there is no such job or tool.%s"
                .formatted(
                        unmatched.getUnmatched().get(0),
                        near.isEmpty() ? "" : " Did you mean %s?".formatted(near.get(0)));
    }

    /** How a run ended that did not throw. */
    static int of(RunReport report) {
        return switch (report.outcome()) {
            case DONE -> DONE;
            case MISSING_DAYS, STALE_SOURCES -> INPUT_NOT_READY;
            case FAILED_CHECKS -> DAMAGED;
        };
    }

    private static int of(Throwable failure) {
        if (failure instanceof InputNotReadyException
                || failure instanceof InputChangedException
                || failure instanceof CaptureNotReadyException) {
            return INPUT_NOT_READY;
        }
        if (failure instanceof DamagedInputException
                || failure instanceof FactsTooLargeException
                || failure instanceof LostTablesException
                || failure instanceof ExportFailedException) {
            return DAMAGED;
        }
        if (failure instanceof LakeBusyException) {
            return BUSY;
        }
        return failure instanceof UsageException
                        || failure instanceof CaptureException
                        || failure instanceof LakeException
                        || failure instanceof KeyRingException
                ? USAGE
                : UNEXPECTED;
    }

    /** The first expected failure in the chain: Spark wraps what its tasks throw. */
    private static Throwable known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (of(cause) != UNEXPECTED) {
                return cause;
            }
        }
        return null;
    }
}
