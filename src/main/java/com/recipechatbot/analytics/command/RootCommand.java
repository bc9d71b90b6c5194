package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.option.VersionOption;
import com.recipechatbot.analytics.command.text.CategorizeCommand;
import com.recipechatbot.analytics.command.text.CompareExtractorsCommand;
import com.recipechatbot.analytics.command.text.ExtractCommand;
import com.recipechatbot.analytics.command.text.OutcomeCommand;
import com.recipechatbot.analytics.command.text.RedactCommand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code jobs/run}: every job and tool is a subcommand. Only the one that is named is loaded, so a tool starts without Spark. */
@Command(
        name = "jobs/run",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        synopsisSubcommandLabel = "JOB-OR-TOOL",
        description = "Conversation analytics of a recipe chatbot.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "",
        footer = {"", "To begin: jobs/demo"})
public final class RootCommand {

    /** What runs on Spark and ends with a line of JSON. */
    static final List<String> JOBS =
            List.of("daily-metrics", "backfill", "weekly-metrics", "monthly-metrics", "replay", "expire", "erase");

    static final List<String> TOOLS = List.of(
            "generate",
            "create-table",
            "export-hour",
            "export",
            "keys",
            "show",
            "verify",
            "report",
            "digest",
            "explain",
            "dictionary",
            "quicksight",
            "access",
            "redact",
            "extract",
            "categorize",
            "outcome",
            "compare-extractors",
            "submit",
            "athena",
            "estimate",
            "help");

    /** The lines of the descriptions fit into it. */
    private static final int HELP_WIDTH = 130;

    private static final String[] EXIT_CODES = {
        "",
        "Exit codes: 0 done; 1 unexpected, safe to retry; 2 wrong usage or configuration; 3 input not there yet;",
        "4 damaged input or a failed data check; 5 another run holds the lake."
    };

    private RootCommand() {}

    /** Of every job and tool. */
    public static Set<String> names() {
        return Stream.of(JOBS, TOOLS).flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Runs a job or tool as a process does: what it cannot do is said on standard error, and a job ends with its summary. */
    public static int runToEnd(String... arguments) {
        CommandLine line = line(arguments);
        return arguments.length > 0 && JOBS.contains(arguments[0])
                ? RunSummary.runToEnd(
                        line.getSubcommands().get(arguments[0]), () -> execute(line, arguments), arguments)
                : execute(line, arguments);
    }

    /** Runs a job or tool without the summary. */
    public static int run(String... arguments) {
        return execute(line(arguments), arguments);
    }

    /** Picocli handles exceptions, but not errors such as too little memory. */
    static int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error e) {
            return ExitCode.of(e, arguments.length > 0 ? arguments[0] : line.getCommandName());
        }
    }

    /** The command line for these arguments, with the subcommand that they name, or with all where they name none. */
    static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new RootCommand());
        boolean isKnown = arguments.length > 0 && !arguments[0].equals("help") && names().contains(arguments[0]);
        names().stream()
                .filter(name -> !isKnown || name.equals(arguments[0]))
                .forEach(name -> line.addSubcommand(name, subcommand(name)));
        if (!isKnown) {
            listJobsAndTools(line);
        }
        return ExitCode.handlingFailuresOf(line.setUsageHelpWidth(HELP_WIDTH));
    }

    private static CommandLine subcommand(String name) {
        CommandLine line = new CommandLine(command(name));
        UsageMessageSpec help = line.getCommandSpec()
                .mixinStandardHelpOptions(true)
                .versionProvider(new VersionOption())
                .usageMessage()
                .sortOptions(false);
        if (JOBS.contains(name)) {
            line.getCommandSpec().addOption(Repeats.option());
            help.footer(Stream.of(EXIT_CODES, help.footer()).flatMap(Stream::of).toArray(String[]::new));
        }
        return line;
    }

    private static Object command(String name) {
        return switch (name) {
            case "daily-metrics" -> new DailyMetricsJob();
            case "backfill" -> new BackfillJob();
            case "weekly-metrics" -> new WeeklyMetricsJob();
            case "monthly-metrics" -> new MonthlyMetricsJob();
            case "replay" -> new ReplayJob();
            case "expire" -> new ExpireJob();
            case "erase" -> new EraseJob();
            case "generate" -> new GenerateCommand();
            case "create-table" -> new CreateTableCommand();
            case "export-hour" -> new ExportHourCommand();
            case "export" -> new ExportCommand();
            case "keys" -> new KeysCommand();
            case "show" -> new ShowCommand();
            case "verify" -> new VerifyCommand();
            case "report" -> new ReportCommand();
            case "digest" -> new DigestCommand();
            case "explain" -> new ExplainCommand();
            case "dictionary" -> new DictionaryCommand();
            case "quicksight" -> new QuicksightCommand();
            case "access" -> new AccessCommand();
            case "redact" -> new RedactCommand();
            case "extract" -> new ExtractCommand();
            case "categorize" -> new CategorizeCommand();
            case "outcome" -> new OutcomeCommand();
            case "compare-extractors" -> new CompareExtractorsCommand();
            case "submit" -> new SubmitCommand();
            case "athena" -> new AthenaCommand();
            case "estimate" -> new EstimateCommand();
            case "help" -> new HelpCommand();
            default ->
                throw new IllegalArgumentException("Cannot run '%s': there is no such job or tool.".formatted(name));
        };
    }

    private static void listJobsAndTools(CommandLine line) {
        line.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                        help -> list("Jobs, on Spark (jobs/run JOB --help)", JOBS, help)
                                + list("Tools (jobs/run TOOL --help)", TOOLS, help));
    }

    private static String list(String heading, List<String> names, Help help) {
        return names.stream()
                .map(name -> "  %-19s %s%n"
                        .formatted(
                                name,
                                summary(help.subcommands()
                                        .get(name)
                                        .commandSpec()
                                        .usageMessage())))
                .collect(Collectors.joining("", "%n%s:%n".formatted(heading), ""));
    }

    private static String summary(UsageMessageSpec help) {
        return help.header().length > 0 ? help.header()[0] : help.description()[0];
    }
}
