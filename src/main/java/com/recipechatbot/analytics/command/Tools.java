package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.command.text.CategorizeCommand;
import com.recipechatbot.analytics.command.text.CompareExtractorsCommand;
import com.recipechatbot.analytics.command.text.ExtractCommand;
import com.recipechatbot.analytics.command.text.OutcomeCommand;
import com.recipechatbot.analytics.command.text.RedactCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Where {@code jobs/run} goes for everything that is no scheduled job. */
@Command(
        name = "jobs/run",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOption.class,
        synopsisSubcommandLabel = "JOB-OR-TOOL",
        description = {
            "Conversation analytics of a recipe chatbot.",
            "",
            "Jobs, on Spark (jobs/run JOB --help):",
            "  daily-metrics   publishes one day of an export",
            "  backfill        publishes a range of days, and the weeks and months that they touch",
            "  weekly-metrics  publishes an ISO week from the published days",
            "  monthly-metrics publishes a month from the published days",
            "  replay          parses rejected records again, and publishes what now passes",
            "  expire          deletes what is older than each table promises to keep",
            "  erase           erases users from the lake and the export, for good"
        },
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nTools (jobs/run TOOL --help):%n",
        subcommands = {
            GenerateCommand.class,
            CreateTableCommand.class,
            ExportHourCommand.class,
            ExportCommand.class,
            KeysCommand.class,
            ShowCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            DictionaryCommand.class,
            QuicksightCommand.class,
            AccessCommand.class,
            RedactCommand.class,
            ExtractCommand.class,
            CategorizeCommand.class,
            OutcomeCommand.class,
            CompareExtractorsCommand.class,
            SubmitCommand.class,
            AthenaCommand.class,
            EstimateCommand.class,
            HelpCommand.class
        },
        footer = {"", "To begin: jobs/demo"})
public final class Tools {

    public Tools() {}

    public static void main(String[] arguments) {
        System.exit(ExitCode.run(new Tools(), arguments));
    }
}
