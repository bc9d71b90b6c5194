package com.recipechatbot.analytics.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.StackOption;
import com.recipechatbot.analytics.deploy.EmrRuns;
import com.recipechatbot.analytics.deploy.JobDefinition;
import com.recipechatbot.analytics.deploy.JobRunRequest;
import com.recipechatbot.analytics.deploy.RunWatch;
import com.recipechatbot.analytics.deploy.StackOutputs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code submit}: starts a job on EMR Serverless as its schedule does, for a time of your choice. */
@Command(
        name = "submit",
        description = {
            "Starts a job on EMR Serverless as its schedule does, for a time of your choice.",
            "Application, role and bucket come from the outputs of the stack, which jobs/deploy saves.",
            "Exit code with --wait: that of the job."
        },
        footer = {"", "Example: jobs/run submit --job daily-metrics --day 2025-01-15 --wait"})
public final class SubmitCommand implements Callable<Integer> {

    @Option(
            names = "--job",
            required = true,
            paramLabel = "JOB",
            description = "daily-metrics, weekly-metrics, monthly-metrics, expire, export or backfill.")
    private String name;

    @Option(names = "--day", paramLabel = "DAY", description = "For daily-metrics, such as 2025-01-15.")
    private String day;

    @Option(names = "--week", paramLabel = "WEEK", description = "For weekly-metrics, such as 2025-W03.")
    private String week;

    @Option(names = "--month", paramLabel = "MONTH", description = "For monthly-metrics, such as 2025-01.")
    private String month;

    @Option(names = "--as-of", paramLabel = "DAY", description = "For expire.")
    private String asOf;

    @Option(names = "--from", paramLabel = "DAY", description = "For backfill: first day.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "For backfill: last day (inclusive).")
    private String to;

    @Option(
            names = "--scheduled-time",
            paramLabel = "INSTANT",
            description = "As if the schedule had started it then, such as 2025-01-16T02:00:00Z.")
    private String scheduledTime;

    @Option(
            names = "--timeout-minutes",
            paramLabel = "MINUTES",
            description = "After how many minutes EMR Serverless ends the run. Default: as in the file of the job.")
    private Integer timeoutMinutes;

    @Option(names = "--wait", description = "Follow the run to its end.")
    private boolean waits;

    @Option(names = "--dry-run", description = "Print the request; start nothing.")
    private boolean dryRun;

    @Option(
            names = "--template",
            description = "Print the request with references to the stack, as in emr/job-run-*.json.")
    private boolean template;

    @Mixin
    private StackOption stackOption;

    @Option(names = "--poll-seconds", hidden = true, defaultValue = "10")
    private int pollSeconds;

    @Override
    public Integer call() throws InterruptedException {
        JobDefinition job = JobDefinition.named(name);
        ObjectNode asked = JobRunRequest.template(job, arguments(job));
        if (timeoutMinutes != null) {
            asked.put("executionTimeoutMinutes", timeoutMinutes);
        }
        if (template) {
            System.out.println(asked.toPrettyString());
            return 0;
        }
        StackOutputs stack = stackOption.outputs();
        JsonNode request = stack.fill(asked);
        requireGoodArguments(request);
        if (dryRun) {
            System.out.println(request.toPrettyString());
            return 0;
        }
        try (EmrRuns runs = new EmrRuns()) {
            String run = runs.start(request);
            String application = stack.value("Application");
            System.err.printf("started %s: run %s of application %s%n", name, run, application);
            System.err.printf(
                    "logs: group %s, streams %s/applications/%s/jobs/%s%n",
                    stack.value("Logs"), name, application, run);
            if (!waits) {
                System.out.println(run);
                return 0;
            }
            return new RunWatch(runs, InstantSource.system(), Duration.ofSeconds(pollSeconds), System.err)
                    .follow(application, run)
                    .orElse(ExitCode.UNEXPECTED);
        }
    }

    /** The scheduled arguments, with the time that is asked for instead of the scheduler's. */
    private List<String> arguments(JobDefinition job) {
        List<String> time = new ArrayList<>();
        add(time, "--day", day);
        add(time, "--week", week);
        add(time, "--month", month);
        add(time, "--as-of", asOf);
        add(time, "--from", from);
        add(time, "--to", to);
        add(time, "--scheduled-time", scheduledTime);
        if (job.name().equals("export") && !template) {
            requireScheduledTimeAlone(time);
        }
        List<String> arguments = new ArrayList<>(job.arguments());
        int scheduled = arguments.indexOf("--scheduled-time");
        // A template that names no time is that of the schedule.
        if (scheduled >= 0 && !(template && time.isEmpty())) {
            arguments.subList(scheduled, scheduled + 2).clear();
        }
        arguments.addAll(time);
        return arguments;
    }

    /** The arguments of the schedule end there, and so does the command in the mail about a failed run. */
    private void requireScheduledTimeAlone(List<String> time) {
        if (scheduledTime == null || time.size() > 2) {
            throw new UsageException(
                    "Cannot submit export: it exports what is missing up to a day. Give --scheduled-time, such as 2025-01-16T04:00:00Z, and no other time; for any other export, use jobs/run export.");
        }
        Arguments.instant(scheduledTime);
    }

    private static void add(List<String> arguments, String option, String value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value);
        }
    }

    /** Found here, a mistake costs nothing; there it costs the start of a run. */
    private void requireGoodArguments(JsonNode request) {
        List<String> arguments = new ArrayList<>();
        request.at("/jobDriver/sparkSubmit/entryPointArguments").forEach(argument -> arguments.add(argument.asText()));
        String[] given = arguments.toArray(String[]::new);
        try {
            RootCommand.line(given).parseArgs(given);
        } catch (CommandLine.ParameterException e) {
            throw new UsageException("Cannot submit %s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
