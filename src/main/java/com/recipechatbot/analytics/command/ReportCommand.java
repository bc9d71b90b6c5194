package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.command.option.ListFile;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.serving.report.HtmlReport;
import com.recipechatbot.analytics.serving.report.TableRows;
import com.recipechatbot.analytics.serving.report.Targets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: the lake as one HTML page of charts. */
@Command(
        name = "report",
        description = {
            "Writes one HTML page with the charts of a lake, their tables and their SQL. It works without network or server.",
            "Shows published rows and, for data health, counts of runs and restated days. Reads with Delta Kernel, not Spark."
        },
        footer = {"", "Example: jobs/run report --lake target/demo/lake --output report.html"})
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private LakeOption lakeOption;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The page; an existing file is replaced.")
    private Path output;

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description =
                    "Targets to draw as lines: one per line of the file, such as active_users=200 or completion_rate=60%%.")
    private Path targets;

    @Option(names = "--published-only", description = "Does not read the restricted tables: for a role that may not.")
    private boolean publishedOnly;

    @Override
    public Integer call() {
        Targets wanted = targets();
        LakeReader reader = lakeOption.reader();
        ZoneId zone = lakeOption.zone(reader);
        Map<String, TableRows> tables = ReportTables.read(reader, publishedOnly);
        OutputFile.write(
                output,
                HtmlReport.page(
                        tables,
                        zone,
                        reader.minUsers().orElse(1),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        wanted));
        System.out.println("report: " + output);
        return 0;
    }

    private Targets targets() {
        try {
            return targets == null ? Targets.NONE : Targets.of(ListFile.targets(targets));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }
}
