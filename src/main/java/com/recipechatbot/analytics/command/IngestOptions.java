package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.run.LexiconTitles;
import com.recipechatbot.analytics.run.RunOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the jobs that bring records into the lake. */
abstract class IngestOptions {

    @Option(
            names = "--lake",
            required = true,
            paramLabel = "DIR-or-s3",
            description = "Where the tables are; a new or empty folder the first time.")
    private String lake;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description =
                    "The keys of the pseudonyms: a file (jobs/run keys create --keys FILE makes one), or secretsmanager:NAME.")
    private String keys;

    @Mixin
    private SmallCountOption smallCounts;

    @Option(
            names = "--exclude-users",
            paramLabel = "FILE",
            description =
                    "Users to leave out with their conversations, such as staff and test accounts: one user id a line, # for comments. Give it to every run.")
    private Path excludedUsers;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The zone of the lake's days, such as Europe/Berlin; fixed at its first write. Default: UTC.")
    private String zone;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description = "Dishes of your own to know wherever they stand: one title a line, comments begin with #.")
    private Path lexicon;

    @Option(
            names = "--keep-text",
            description = "Also keep the redacted text of each message, in the restricted table message_texts.")
    private boolean keepText;

    /** The value of {@code --input}; null when it is not given. */
    abstract String input();

    /** @throws UsageException when one of them is wrong */
    RunOptions read() {
        return new RunOptions(
                input(),
                lake,
                keys,
                smallCounts.minUsers(),
                excludedUsers == null ? List.of() : ListFile.users(excludedUsers),
                zone(),
                lexicon == null ? LexiconTitles.NONE : new LexiconTitles(ListFile.titles(lexicon)),
                keepText,
                InstantSource.system());
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.ofNullable(zone).map(ZoneId::of);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "Cannot use --zone %s: there is no such zone. Give one like Europe/Berlin or UTC.".formatted(zone),
                    e);
        }
    }
}
