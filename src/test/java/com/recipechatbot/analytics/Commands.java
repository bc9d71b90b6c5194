package com.recipechatbot.analytics;

import com.recipechatbot.analytics.command.BackfillJob;
import com.recipechatbot.analytics.command.DailyMetricsJob;
import com.recipechatbot.analytics.command.ExitCode;
import com.recipechatbot.analytics.command.MonthlyMetricsJob;
import com.recipechatbot.analytics.command.WeeklyMetricsJob;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.delta.DeltaLog;

/** Runs jobs as the command line does, in this process and session. */
public final class Commands {

    /** How a command ended and what it printed. */
    public record Ended(int exitCode, String out, String err) {}

    private Commands() {}

    public static Ended backfill(String... arguments) {
        return run(new BackfillJob(), arguments);
    }

    public static Ended dailyMetrics(String... arguments) {
        return run(new DailyMetricsJob(), arguments);
    }

    public static Ended weeklyMetrics(String... arguments) {
        return run(new WeeklyMetricsJob(), arguments);
    }

    public static Ended monthlyMetrics(String... arguments) {
        return run(new MonthlyMetricsJob(), arguments);
    }

    public static Ended run(Object command, String... arguments) {
        TestSpark.session();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printedOut = new ByteArrayOutputStream();
        ByteArrayOutputStream printedErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printedOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printedErr, true, StandardCharsets.UTF_8));
        try {
            int exitCode = ExitCode.run(command, arguments);
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
