package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.capture.CaptureException;
import com.recipechatbot.analytics.capture.CaptureNotReadyException;
import com.recipechatbot.analytics.capture.ExportFailedException;
import com.recipechatbot.analytics.ingest.DamagedInputException;
import com.recipechatbot.analytics.ingest.InputChangedException;
import com.recipechatbot.analytics.ingest.InputNotReadyException;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.lake.LakeBusyException;
import com.recipechatbot.analytics.lake.LakeException;
import com.recipechatbot.analytics.logs.StackTraces;
import com.recipechatbot.analytics.privacy.keys.KeyRingException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** How a command ends, for whoever schedules it. */
public final class ExitCode {

    public static final int DONE = 0;
    /** Not expected; nothing is half published and a retry is safe. */
    public static final int UNEXPECTED = 1;
    /** Wrong usage or configuration: a retry will not help. */
    public static final int USAGE = 2;
    /** The input is not there yet: try again later. */
    public static final int INPUT_NOT_READY = 3;
    /** Damaged input or a failed data check: somebody has to look. */
    public static final int DAMAGED = 4;
    /** Another run holds the lake. */
    public static final int BUSY = 5;

    private static final String LAUNCHER = "jobs/run";

    /** The lines of the descriptions fit into it. */
    private static final int HELP_WIDTH = 130;

    private ExitCode() {}

    /** Runs a command and says in one sentence on standard error why it failed, if it did. */
    public static int run(Object command, String... arguments) {
        CommandLine line = new CommandLine(command).setUsageHelpWidth(HELP_WIDTH);
        // Every command is started by it, as its help says; a job is a main class of its own.
        String launcher = line.getCommandName().startsWith(LAUNCHER) ? "" : LAUNCHER + " ";
        line.getCommandSpec().usageMessage().synopsisHeading("Usage: " + launcher);
        line.setExitCodeExceptionMapper(ExitCode::of);
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            Throwable cause = known(failure);
            PrintWriter err = failed.getErr();
            if (LastWords.areSpoken()) {
                // Stopped from outside: that Spark has gone from under a step tells nothing.
                return UNEXPECTED;
            }
            if (cause == null) {
                // The stack helps whoever fixes it; messages of foreign exceptions may hold values of rows.
                err.println("Cannot finish " + failed.getCommandName() + ": "
                        + failure.getClass().getName()
                        + ". Nothing is half published; run it again, and report it if it stays.");
                StackTraces.withoutMessages(failure).forEach(err::println);
                return UNEXPECTED;
            }
            err.println(cause.getMessage());
            return of(cause);
        });
        line.setParameterExceptionHandler((wrong, given) -> {
            wrong.getCommandLine().getErr().println(message(wrong));
            wrong.getCommandLine()
                    .getErr()
                    .println("See " + launcher
                            + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
            return USAGE;
        });
        return line.execute(arguments);
    }

    private static String message(CommandLine.ParameterException wrong) {
        boolean isName = wrong instanceof CommandLine.UnmatchedArgumentException
                && !wrong.getCommandLine().getSubcommands().isEmpty();
        return isName
                ? "Cannot run '%s': there is no such job or tool."
                        .formatted(((CommandLine.UnmatchedArgumentException) wrong)
                                .getUnmatched()
                                .get(0))
                : wrong.getMessage();
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
        if (failure instanceof DamagedInputException || failure instanceof ExportFailedException) {
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

    /** The first failure in the chain that was foreseen: Spark wraps what its tasks throw. */
    private static Throwable known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (of(cause) != UNEXPECTED) {
                return cause;
            }
        }
        return null;
    }
}
