package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.capture.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Runs a job again where that may help: when the input is not there yet or another run holds the lake, until the time is
 * up; after an unexpected failure, once. Wrong usage and damaged input are not repeated.
 */
record Repeats(Duration patience, InstantSource clock, Pause pause) {

    private static final String OPTION = "--wait-for-input";
    private static final Duration BETWEEN_RUNS = Duration.ofMinutes(5);

    static OptionSpec option() {
        return OptionSpec.builder(OPTION)
                .paramLabel("MINUTES")
                .type(int.class)
                .defaultValue("0")
                .description(
                        "How long to try again when the input is not there yet or another run holds the lake. An unexpected failure is tried again once. Default: ${DEFAULT-VALUE}, not at all.")
                .build();
    }

    /** As the command line of a job asks for; without repeats when it cannot be read. */
    static Repeats of(CommandLine job) {
        int minutes = job.getParseResult() == null ? 0 : job.getParseResult().matchedOptionValue(OPTION, 0);
        return new Repeats(Duration.ofMinutes(minutes), InstantSource.system(), Pause.SLEEP);
    }

    /**
     * @param run gives its exit code
     * @param isDone whether the last run published what it was started for: days that are missing before that are up to a
     *     person
     */
    static int run(CommandLine job, IntSupplier run, BooleanSupplier isDone) {
        int exitCode = run.getAsInt();
        return of(job).after(exitCode, run, isDone);
    }

    int after(int first, IntSupplier run, BooleanSupplier isDone) {
        Instant end = clock.instant().plus(patience);
        boolean wasUnexpected = false;
        int exitCode = first;
        while (isWorthIt(exitCode, wasUnexpected) && !isDone.getAsBoolean() && pausedBefore(end)) {
            wasUnexpected |= exitCode == ExitCode.UNEXPECTED;
            exitCode = run.getAsInt();
        }
        return exitCode;
    }

    private static boolean isWorthIt(int exitCode, boolean wasUnexpected) {
        return switch (exitCode) {
            case ExitCode.INPUT_NOT_READY, ExitCode.BUSY -> true;
            case ExitCode.UNEXPECTED -> !wasUnexpected;
            default -> false;
        };
    }

    private boolean pausedBefore(Instant end) {
        Instant next = clock.instant().plus(BETWEEN_RUNS);
        if (next.isAfter(end)) {
            return false;
        }
        System.err.printf("trying again in %d minutes, until %s%n", BETWEEN_RUNS.toMinutes(), end);
        try {
            pause.of(BETWEEN_RUNS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
