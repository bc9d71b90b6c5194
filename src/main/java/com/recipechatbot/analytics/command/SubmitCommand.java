package com.recipechatbot.analytics.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.deploy.EmrRuns;
import com.recipechatbot.analytics.deploy.JobDefinition;
import com.recipechatbot.analytics.deploy.JobRunRequest;
import com.recipechatbot.analytics.deploy.RunWatch;
import com.recipechatbot.analytics.deploy.StackOutputs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code submit}: starts a job on EMR Serverless as its schedule does, for a time of your choice. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a job on EMR Serverless as its schedule does, for a time of your choice, and follows it to its end.",
            "Application, role and bucket come from the outputs of the stack, which jobs/deploy writes down."
        },
        footer = {
            "",
            "Exit codes: that of the job with --wait; 0 without, when it is started; 2 wrong usage or configuration.",
            "",
            "Example: jobs/run submit --job daily-metrics --day 2025-01-15 --wait"
        })
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

    @Option(names = "--to", paramLabel = "DAY", description = "For backfill: last day, itself included.")
    private String to;

    @Option(
            names = "--scheduled-time",
            paramLabel = "INSTANT",
            description = "As if the schedule had started it then, such as 2025-01-16T02:00:00Z.")
    private String scheduledTime;

    @Option(names = "--wait", description = "Follow the run, and end as it ends.")
    private boolean waits;

    @Option(names = "--dry-run", description = "Print the request, and start nothing.")
    private boolean dryRun;

    @Option(
            names = "--template",
            description = "Print the request as emr/job-run-*.json hold it: with references to the stack.")
    private boolean template;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            defaultValue = "emr/outputs.json",
            description = "The outputs of the stack (default: ${DEFAULT-VALUE}).")
    private Path outputs;

    @Option(names = "--poll-seconds", hidden = true, defaultValue = "10")
    private int pollSeconds;

    @Override
    public Integer call() throws InterruptedException {
        JobDefinition job = JobDefinition.named(name);
        if (template) {
            System.out.println(JobRunRequest.template(job, job.arguments()).toPrettyString());
            return 0;
        }
        ObjectNode asked = JobRunRequest.template(job, arguments(job));
        StackOutputs stack = StackOutputs.read(outputs);
        JsonNode request = stack.fill(asked);
        requireGoodArguments(job, request);
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

    /** The scheduled arguments with the time that is asked for in the place of the scheduler's. */
    private List<String> arguments(JobDefinition job) {
        List<String> arguments = new ArrayList<>(job.arguments());
        int scheduled = arguments.indexOf("--scheduled-time");
        if (scheduled >= 0) {
            arguments.subList(scheduled, scheduled + 2).clear();
        }
        add(arguments, "--day", day);
        add(arguments, "--week", week);
        add(arguments, "--month", month);
        add(arguments, "--as-of", asOf);
        add(arguments, "--from", from);
        add(arguments, "--to", to);
        add(arguments, "--scheduled-time", scheduledTime);
        return arguments;
    }

    private static void add(List<String> arguments, String option, String value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value);
        }
    }

    /** Found here, a mistake costs nothing; there it costs the start of a run. */
    private void requireGoodArguments(JobDefinition job, JsonNode request) {
        List<String> arguments = new ArrayList<>();
        request.at("/jobDriver/sparkSubmit/entryPointArguments").forEach(argument -> arguments.add(argument.asText()));
        try {
            new CommandLine(Class.forName(job.mainClass())).parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new UsageException("Cannot submit %s: %s".formatted(name, e.getMessage()), e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Cannot find the class of " + name + ".", e);
        }
    }
}
