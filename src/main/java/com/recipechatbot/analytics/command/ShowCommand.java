package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.HadoopSettings;
import com.recipechatbot.analytics.lake.KeyOrder;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show TABLE}: a table's rows on standard output. */
@Command(
        name = "show",
        description = {
            "Prints the rows of a table, ordered by its key. Reads with Delta Kernel, not Spark.",
            "json: one object per line. csv: RFC 4180 with a header, null empty. Days are ISO dates, times UTC with Z."
        },
        footer = {"", "Example: jobs/run show daily_metrics --lake target/demo/lake --format csv"})
final class ShowCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TABLE",
            description = "A published table, such as daily_metrics, or a restricted one; a wrong name lists them all.")
    private String name;

    @Option(names = "--lake", paramLabel = "DIR-or-s3", description = "Where the tables are.")
    private String lake;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json (default), csv, or table (aligned columns).")
    private RowFormat format;

    @Option(names = "--columns", split = ",", paramLabel = "COLUMN", description = "Only these columns, in this order.")
    private List<String> wanted;

    @Option(names = "--describe", description = "The columns and their meaning, instead of rows.")
    private boolean describe;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N rows.")
    private Integer limit;

    @Override
    public Integer call() {
        MetricTable table = MetricTable.named(name)
                .orElseThrow(() -> new UsageException("Cannot show %s: there is no such table. Choose one of: %s."
                        .formatted(
                                name,
                                Arrays.stream(MetricTable.values())
                                        .map(MetricTable::tableName)
                                        .collect(Collectors.joining(", ")))));
        if (limit != null && limit < 0) {
            throw new UsageException("Cannot show %d rows: give --limit 0 or more.".formatted(limit));
        }
        if (describe) {
            print(List.of("column", "type", "comment"), describe(table));
            return 0;
        }
        if (lake == null) {
            throw new UsageException(
                    "Cannot show %s: no lake is given. Add --lake DIR-or-s3, or --describe.".formatted(name));
        }
        List<String> columns = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        new LakeReader(HadoopSettings.fromSystemProperties(), lake)
                .read(table.contract().location(), columns::addAll, rows::add);
        rows.sort(new KeyOrder(
                table.contract().key().stream().map(columns::indexOf).toList()));

        if (limit != null && rows.size() > limit) {
            rows.subList(limit, rows.size()).clear();
        }
        if (wanted != null) {
            List<Integer> places = places(columns);
            rows.replaceAll(row -> places.stream().map(row::get).toList());
            columns.clear();
            columns.addAll(wanted);
        }

        print(columns, rows);
        if (rows.isEmpty()) {
            System.err.println("no rows");
        }
        return 0;
    }

    private List<Integer> places(List<String> columns) {
        return wanted.stream()
                .map(column -> {
                    int place = columns.indexOf(column);
                    if (place < 0) {
                        throw new UsageException("Cannot show the column %s: %s has %s."
                                .formatted(column, name, String.join(", ", columns)));
                    }
                    return place;
                })
                .toList();
    }

    private void print(List<String> columns, List<List<Object>> rows) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        format.print(columns, rows, out);
        out.flush();
    }

    private static List<List<Object>> describe(MetricTable table) {
        return table.contract().columns().stream()
                .map(column -> List.<Object>of(column.name(), column.type(), column.comment()))
                .toList();
    }
}
