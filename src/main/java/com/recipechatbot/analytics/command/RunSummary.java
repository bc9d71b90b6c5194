package com.recipechatbot.analytics.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.recipechatbot.analytics.run.RunReport;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.run.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A run in one line of JSON on standard error, for log collection. Where CloudWatch reads it, the line is also its
 * metrics (embedded metric format). It holds counts, days and names of jobs only.
 *
 * @param sparkJobs how many jobs Spark has planned for it; of several runs, in the line of the last one
 */
record RunSummary(String job, int exitCode, Instant start, Instant end, int sparkJobs, Optional<RunReport> report) {

    static final String NAMESPACE = "RecipeChatbotAnalytics";
    /**
     * How many days ago the lake's last complete day was. 1 or 2 is normal: a conversation that goes on at
     * midnight keeps its day open until the next run. The alarm of the stack looks at it.
     */
    static final String DAYS_BEHIND = "DaysBehind";
    /** How many of the last 35 days are not published although a later day is complete. */
    static final String MISSING_DAYS = "MissingDays";
    /** For how many days rows are kept that {@code expire} should have deleted. */
    static final String DAYS_SINCE_EXPIRE = "DaysSinceExpire";

    /** How many of the records that count could not be used. An alarm of the stack looks at it, too. */
    static final String REJECTED_PERCENT = "RejectedPercent";

    /** The exit code of a process that SIGTERM ended. */
    private static final int STOPPED = 143;

    private static final Set<String> NO_RUN = Set.of("-h", "--help", "-V", "--version");

    /**
     * Runs a job and writes the line of each of its runs, at the end or when the process is stopped before.
     *
     * @param job the subcommand
     * @param run runs it and gives its exit code
     */
    static int runToEnd(CommandLine job, IntSupplier run, String... arguments) {
        InstantSource clock = InstantSource.system();
        Instant start = clock.instant();
        String name = job.getCommandName();
        LastWords stopped =
                LastWords.of(() -> "Stopped before its end. Nothing was partially published: run it again.%n%s"
                        .formatted(new RunSummary(name, STOPPED, start, clock.instant(), 0, Optional.empty()).line()));
        int jobsBefore = Session.plannedJobs();
        int exitCode =
                Repeats.run(job, run, () -> reportsOf(job).stream().anyMatch(report -> !report.isWithoutItsLastDay()));
        int jobs = Session.plannedJobs() - jobsBefore;
        if (stopped.takeBack() && Stream.of(arguments).noneMatch(NO_RUN::contains)) {
            List<RunReport> reports = reportsOf(job);
            if (reports.isEmpty()) {
                System.err.println(
                        new RunSummary(name, exitCode, start, clock.instant(), jobs, Optional.empty()).line());
            }
            for (int i = 0; i < reports.size(); i++) {
                RunReport report = reports.get(i);
                boolean isLast = i == reports.size() - 1;
                System.err.println(new RunSummary(
                                name,
                                isLast ? exitCode : ExitCode.of(report),
                                i == 0 ? start : report.run().start(),
                                isLast
                                        ? clock.instant()
                                        : reports.get(i + 1).run().start(),
                                isLast ? jobs : 0,
                                Optional.of(report))
                        .line());
            }
        }
        return exitCode;
    }

    private static List<RunReport> reportsOf(CommandLine job) {
        return job.getCommand() instanceof ReportingJob reporting ? reporting.reports() : List.of();
    }

    String line() {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("event", "run");
        line.put("Stack", Session.stack());
        line.put("Job", job);
        line.put("exit_code", exitCode);
        line.put("version", Version.text());
        line.put("started_at", start.truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("spark_jobs", sparkJobs);
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
            line.put("rows_excluded", done.counts().excludedRecords());
        });
        double seconds = Duration.between(start, end).toMillis() / 1000.0;
        if (report.isEmpty()) {
            return line.put("Seconds", seconds).toString();
        }
        // Few metrics, not one for each number: every metric costs.
        ArrayNode metrics = metrics(line);
        add(metrics, line, "Seconds", "Seconds", DoubleNode.valueOf(seconds));
        addCount(metrics, line, "RowsRead", report.get().counts().read());
        addCount(metrics, line, "RowsRejected", report.get().counts().rejected());
        add(
                metrics,
                line,
                REJECTED_PERCENT,
                "Percent",
                DoubleNode.valueOf(report.get().counts().rejectedPercent()));
        report.get().freshness().ifPresent(lake -> {
            LocalDate today = LocalDate.ofInstant(end, lake.zone());
            lake.lastCompleteDay()
                    .ifPresent(day -> addCount(metrics, line, DAYS_BEHIND, ChronoUnit.DAYS.between(day, today)));
            addCount(metrics, line, MISSING_DAYS, lake.missingDays());
            lake.daysSinceExpire(today).ifPresent(days -> addCount(metrics, line, DAYS_SINCE_EXPIRE, days));
        });
        return line.toString();
    }

    private ArrayNode metrics(ObjectNode line) {
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", end.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        // Two stacks in an account must not silence each other's alarms.
        directive.putArray("Dimensions").addArray().add("Stack").add("Job");
        return directive.putArray("Metrics");
    }

    private static void addCount(ArrayNode metrics, ObjectNode line, String name, long count) {
        add(metrics, line, name, "Count", LongNode.valueOf(count));
    }

    private static void add(ArrayNode metrics, ObjectNode line, String name, String unit, ValueNode value) {
        metrics.addObject().put("Name", name).put("Unit", unit);
        line.set(name, value);
    }
}
