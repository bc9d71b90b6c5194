package com.recipechatbot.analytics;

import com.recipechatbot.analytics.command.RootCommand;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;

/** Runs jobs and tools as the command line does, in this process and session. */
public final class Commands {

    /** How a command ended and what it printed. */
    public record Ended(int exitCode, String out, String err) {}

    private Commands() {}

    public static Ended backfill(String... arguments) {
        return run("backfill", arguments);
    }

    public static Ended dailyMetrics(String... arguments) {
        return run("daily-metrics", arguments);
    }

    public static Ended weeklyMetrics(String... arguments) {
        return run("weekly-metrics", arguments);
    }

    public static Ended monthlyMetrics(String... arguments) {
        return run("monthly-metrics", arguments);
    }

    public static Ended run(String name, String[] arguments) {
        return run(Stream.concat(Stream.of(name), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Runs a job or tool by its name. */
    public static Ended run(String... arguments) {
        return ended(() -> RootCommand.run(arguments));
    }

    /** @param command gives its exit code */
    public static Ended ended(IntSupplier command) {
        TestSpark.session();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printedOut = new ByteArrayOutputStream();
        ByteArrayOutputStream printedErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printedOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printedErr, true, StandardCharsets.UTF_8));
        try {
            int exitCode = command.getAsInt();
            return new Ended(
                    exitCode, printedOut.toString(StandardCharsets.UTF_8), printedErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            // A job is a process of its own: what it knows of its tables goes with it, and so does the memory.
            DeltaLog.clearCache();
        }
    }

    /** A key file in the folder, made the first time. */
    public static Path keys(Path folder) {
        Path file = folder.resolve("keys");
        if (!Files.exists(file)) {
            KeyRing.create(file);
        }
        return file;
    }
}
