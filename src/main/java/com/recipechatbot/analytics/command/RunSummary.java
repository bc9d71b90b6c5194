package com.recipechatbot.analytics.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A run in one line of JSON on standard error, for whoever collects logs. Where CloudWatch reads it, the line is also
 * its metrics (embedded metric format). It holds counts, days and names of jobs only.
 */
record RunSummary(String job, int exitCode, Instant start, Instant end, Optional<RunReport> report) {

    static final String NAMESPACE = "RecipeChatbotAnalytics";
    /**
     * How many days ago the lake's last complete day was. 1 or 2 is as it should be: a conversation that goes on at
     * midnight keeps its day open until the next run. The alarm of the stack looks at it.
     */
    static final String DAYS_BEHIND = "DaysBehind";

    /** What a shell tells of a process that SIGTERM ended. */
    private static final int STOPPED = 143;

    private static final Set<String> NO_RUN = Set.of("-h", "--help", "-V", "--version");

    /** Runs a job as its {@code main} does, and ends with the line. */
    static int runAndTell(Callable<Integer> job, String... arguments) {
        InstantSource clock = InstantSource.system();
        Instant start = clock.instant();
        String name = new CommandLine(job).getCommandName();
        LastWords stopped = LastWords.of(() -> "Stopped before its end. Nothing is half published: run it again.%n%s"
                .formatted(new RunSummary(name, STOPPED, start, clock.instant(), Optional.empty()).line()));
        int exitCode = ExitCode.run(job, arguments);
        if (stopped.takeBack() && Stream.of(arguments).noneMatch(NO_RUN::contains)) {
            Optional<RunReport> report = job instanceof ReportingJob reporting ? reporting.report() : Optional.empty();
            System.err.println(new RunSummary(name, exitCode, start, clock.instant(), report).line());
        }
        return exitCode;
    }

    String line() {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("event", "run");
        line.put("Job", job);
        line.put("exit_code", exitCode);
        line.put("version", Version.text());
        line.put("started_at", start.truncatedTo(ChronoUnit.SECONDS).toString());
        report.ifPresent(done -> {
            line.put("run_id", done.run().id());
            line.put("outcome", done.outcome().toString());
            line.put("day_from", done.run().days().from().toString());
            line.put("day_to", done.run().days().to().toString());
            line.put("published_days", done.touchedDays().size());
            line.put("missing_days", done.missingDays().size());
            line.put("findings", done.findings().size());
            line.put("rows_loaded", done.counts().loaded());
            line.put("rows_duplicate", done.counts().duplicate());
            line.put("rows_excluded", done.counts().excludedRows());
        });
        double seconds = Duration.between(start, end).toMillis() / 1000.0;
        if (report.isEmpty()) {
            return line.put("Seconds", seconds).toString();
        }
        // Four metrics, not one for each number: every metric costs.
        ArrayNode metrics = metrics(line);
        add(metrics, line, "Seconds", "Seconds", DoubleNode.valueOf(seconds));
        add(
                metrics,
                line,
                "RowsRead",
                "Count",
                LongNode.valueOf(report.get().counts().read()));
        add(
                metrics,
                line,
                "RowsRejected",
                "Count",
                LongNode.valueOf(report.get().counts().rejectedRows()));
        report.get()
                .lastCompleteDay()
                .ifPresent(day -> add(
                        metrics,
                        line,
                        DAYS_BEHIND,
                        "Count",
                        LongNode.valueOf(ChronoUnit.DAYS.between(day, LocalDate.ofInstant(end, ZoneOffset.UTC)))));
        return line.toString();
    }

    private ArrayNode metrics(ObjectNode line) {
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", end.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add("Job");
        return directive.putArray("Metrics");
    }

    private static void add(ArrayNode metrics, ObjectNode line, String name, String unit, ValueNode value) {
        metrics.addObject().put("Name", name).put("Unit", unit);
        line.set(name, value);
    }
}
