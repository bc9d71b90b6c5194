package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.report.HtmlReport;
import com.recipechatbot.analytics.serving.report.TableRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    @Option(names = "--published-only", description = "Does not read the restricted tables: for a role that may not.")
    private boolean publishedOnly;

    @Override
    public Integer call() {
        LakeReader reader = lakeOption.reader();
        ZoneId zone = reader.zone()
                .orElseThrow(() -> new UsageException(
                        "Cannot report on %s: there is no lake. Run jobs/run backfill or daily-metrics first."
                                .formatted(lakeOption.location())));
        Map<String, TableRows> tables = new HashMap<>();
        for (String name : HtmlReport.TABLES) {
            String location = MetricTable.named(name).orElseThrow().contract().location();
            boolean mayRead = location.startsWith("published/") || !publishedOnly;
            if (mayRead && reader.exists(location)) {
                tables.put(name, name.equals("rejected_records") ? reasons(reader, location) : read(reader, location));
            }
        }
        write(HtmlReport.page(
                tables, zone, reader.minUsers().orElse(1), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        System.out.println("report: " + output);
        return 0;
    }

    private static TableRows read(LakeReader reader, String location) {
        List<String> columns = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        reader.read(location, columns::addAll, rows::add);
        return new TableRows(columns, rows);
    }

    /** Of rejected records nothing but the reason: the page needs no more, and a sealed record may be a megabyte. */
    private static TableRows reasons(LakeReader reader, String location) {
        List<String> columns = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        reader.read(location, columns::addAll, row -> rows.add(List.of(row.get(columns.indexOf("reason")))));
        return new TableRows(List.of("reason"), rows);
    }

    private void write(String page) {
        try {
            Files.writeString(output, page);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot write %s: %s. Give --output a file in an existing, writable folder."
                            .formatted(output, e.getClass().getSimpleName()),
                    e);
        }
    }
}
