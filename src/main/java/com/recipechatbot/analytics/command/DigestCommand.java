package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.serving.report.Digest;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jobs/run digest}: a week in a few lines. */
@Command(
        name = "digest",
        description = {
            "Prints a week in a few lines, for mail or chat: its numbers, what rose and fell, and a link.",
            "It reads the published tables only."
        },
        footer = {"", "Example: jobs/run digest --lake target/demo/lake --week 2025-W03 --output week.html"})
final class DigestCommand implements Callable<Integer> {

    @Mixin
    private LakeOption lakeOption;

    @Option(
            names = "--week",
            paramLabel = "YYYY-Www",
            description = "The ISO week; by default the newest complete one.")
    private String week;

    @Option(
            names = "--link",
            paramLabel = "URL",
            description = "Where to read more, such as the report or the dashboard.")
    private URI link;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Also writes the week as HTML that mail programs show; an existing file is replaced.")
    private Path output;

    @Override
    public Integer call() {
        if (link != null && !"https".equals(link.getScheme()) && !"http".equals(link.getScheme())) {
            throw new UsageException(
                    "Cannot link to %s: it is not a web address. Give one with https://.".formatted(link));
        }
        LakeReader reader = lakeOption.reader();
        ZoneId zone = lakeOption.zone(reader);
        Optional<ReportingWeek> wanted = Optional.ofNullable(week).map(text -> Arguments.week(text));
        Digest digest = Digest.of(
                        ReportTables.read(reader, true),
                        reader.minUsers().orElse(1),
                        wanted,
                        Instant.now().atZone(zone).toLocalDate())
                .orElseThrow(() -> new UsageException(
                        "Cannot write a digest: %s. Run weekly-metrics, or give --week another one (jobs/run show weekly_metrics)."
                                .formatted(wanted.map(asked -> "week %s is not published".formatted(asked))
                                        .orElse("no complete week is published"))));
        Optional<URI> more = Optional.ofNullable(link);
        System.out.print(digest.text(more));
        if (output != null) {
            OutputFile.write(output, digest.html(more));
            System.out.println("written to " + output);
        }
        return 0;
    }
}
