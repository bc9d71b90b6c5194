package com.recipechatbot.analytics.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Says on standard error what a long run is doing. Counts and names of tables only. */
public final class Progress {

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant start;

    private Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    public static Progress onStandardError(InstantSource clock) {
        return new Progress(System.err, clock);
    }

    public Instant start() {
        return start;
    }

    public void step(String what) {
        Duration elapsed = Duration.between(start, clock.instant());
        out.printf("[%3d s] %s%n", elapsed.toSeconds(), what);
        Option<SparkSession> session = SparkSession.getActiveSession();
        if (session.isDefined()) {
            Session.describe(session.get(), what);
        }
    }
}
