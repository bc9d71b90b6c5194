package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.extraction.metadata.ToolNames;
import com.recipechatbot.analytics.run.LexiconTitles;
import com.recipechatbot.analytics.run.RunOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the jobs that add records to the lake. */
public final class IngestOptions {

    @Mixin
    private LakeOption lakeOption;

    @Mixin
    private KeysOption keys;

    @Option(
            names = "--new-keys",
            description = {
                "Continue the lake with other keys than before, because the earlier ones are lost. Users of earlier days are then",
                "unknown: days before the first day of this run are closed, and weeks, months and cohorts are counted from that day on."
            })
    private boolean newKeys;

    @Mixin
    private SmallCountOption smallCounts;

    @Mixin
    private FieldsOption fields;

    @Option(
            names = "--tools",
            paramLabel = "NAMES",
            split = ",",
            description =
                    "Your chatbot's tools, separated by commas; they are always published by name. Any other name in a record is published only if at least --min-users users share it. Default: as the lake was last written.")
    private List<String> tools;

    @Option(
            names = "--exclude-users",
            paramLabel = "FILE",
            description =
                    "Users to exclude with their conversations, such as staff and test accounts: one user id per line, # for comments. Give it to every run.")
    private Path excludedUsers;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The zone of the lake's days, such as Europe/Berlin; fixed at its first write. Default: UTC.")
    private String zone;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description =
                    "Dishes of your own, recognized wherever they appear: one title per line, comments begin with #.")
    private Path lexicon;

    @Option(
            names = "--keep-text",
            description = "Also keep the redacted text of each message, in the restricted table message_texts.")
    private boolean keepText;

    @Option(
            names = "--max-rejected",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description =
                    "The share of rejected records above which the records of a day or an export are not used (exit code 4), such as 0.8 or 80%%. If all are rejected, they are never used. Default: ${DEFAULT-VALUE}.")
    private String maxRejected;

    /**
     * All of them.
     *
     * @param input the export, or null
     * @throws UsageException when one of them is wrong
     */
    public RunOptions read(String input) {
        return new RunOptions(
                input,
                lakeOption.location(),
                keys.source(),
                newKeys,
                smallCounts.minUsers(),
                Optional.ofNullable(tools).map(IngestOptions::toolNames),
                excludedUsers == null ? List.of() : ListFile.users(excludedUsers),
                Optional.ofNullable(zone).map(Arguments::zone),
                lexicon == null ? LexiconTitles.NONE : new LexiconTitles(ListFile.titles(lexicon)),
                keepText,
                fields.read(),
                share(maxRejected),
                InstantSource.system());
    }

    private static List<String> toolNames(List<String> names) {
        if (names.stream().anyMatch(name -> ToolNames.snakeCase(name).isEmpty())) {
            throw new UsageException(
                    "Cannot use --tools %s: a name needs a letter or a digit. Give names such as recipe_lookup,unit_converter."
                            .formatted(String.join(",", names)));
        }
        return names.stream().map(ToolNames::snakeCase).distinct().sorted().toList();
    }

    /** A number over 1 is a percentage. */
    private static double share(String text) {
        boolean isPercentage = text.endsWith("%");
        try {
            double number = Double.parseDouble(isPercentage ? text.substring(0, text.length() - 1) : text);
            double share = isPercentage || number > 1 ? number / 100 : number;
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same sentence.
        }
        throw new UsageException(
                "Cannot use --max-rejected %s: it is not a share. Give one from 0 to 1, such as 0.8, or a percentage, such as 80%%."
                        .formatted(text));
    }
}
