package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.sample.Sample;
import com.recipechatbot.analytics.sample.SampleOptions;
import com.recipechatbot.analytics.tables.ReportingDay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generate}: writes a sample export with planted faults and the counts to expect from it. */
@Command(
        name = "generate",
        showDefaultValues = true,
        description = {
            "Writes an invented export of the recipe chatbot and the counts that a correct pipeline reports for it.",
            "  DIR/conversations/year=YYYY/month=MM/day=DD/conversations-YYYY-MM-DD.json",
            "  DIR/expected.json",
            "The counts are those of a run with --min-users 1.",
            "Planted: personal data (reserved test values only), duplicates, late, unordered and broken records,",
            "conversations past midnight, users without an id or with an opt-out, tool calls, and, from 14 days on,",
            "a day without any record. The same options give the same bytes on every machine."
        })
public final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", defaultValue = "2025-01-06", paramLabel = "DAY", description = "First day, UTC.")
    private String from;

    @Option(names = "--days", defaultValue = "28", paramLabel = "N", description = "Number of days.")
    private int days;

    @Option(
            names = "--conversations-per-day",
            defaultValue = "40",
            paramLabel = "N",
            description = "On an average day; weekends have more. Each has about 8 messages.")
    private int conversationsPerDay;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "A different seed gives a different sample.")
    private long seed;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "A new or empty folder.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        SampleOptions options = options();
        requireEmptyOutput();
        long records = Sample.write(options, output);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + records + " records of " + days + " days to " + output.resolve("conversations"));
        out.println("and the counts to expect to " + output.resolve("expected.json") + ". Next:");
        out.println("  jobs/run keys create --keys " + output.resolve("keys"));
        out.println(
                "  jobs/run backfill --input " + output.resolve("conversations") + " --lake " + output.resolve("lake")
                        + " --keys " + output.resolve("keys") + " --min-users 1"
                        + " --from " + options.range().from() + " --to "
                        + options.range().to());
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private SampleOptions options() {
        try {
            return new SampleOptions(ReportingDay.parse(from), days, conversationsPerDay, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void requireEmptyOutput() throws IOException {
        if (Files.notExists(output)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(output)) {
            try (Stream<Path> files = Files.list(output)) {
                empty = files.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Cannot write a sample to %s: it is not an empty folder. Name a new one.".formatted(output));
        }
    }
}
