package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.command.option.Arguments;
import com.recipechatbot.analytics.command.option.LakeOption;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.TableContract;
import com.recipechatbot.analytics.upkeep.Lineage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain TABLE.METRIC}: traces a published number back to the records. */
@Command(
        name = "explain",
        description = {
            "Traces a published number to the tables behind it, with the rows of the period in each, and to the sources.",
            "Reads with Delta Kernel, not Spark."
        },
        footer = {"", "Example: jobs/run explain weekly_metrics.active_users --week 2025-W03 --lake target/demo/lake"})
final class ExplainCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TABLE.METRIC",
            description = "A column of a published table, such as daily_metrics.messages.")
    private String metric;

    @Mixin
    private LakeOption lakeOption;

    @ArgGroup(multiplicity = "1")
    private Period period;

    private static final class Period {
        @Option(names = "--day", paramLabel = "DAY", description = "Such as 2025-01-15.")
        private String day;

        @Option(names = "--week", paramLabel = "WEEK", description = "Such as 2025-W03.")
        private String week;

        @Option(names = "--month", paramLabel = "MONTH", description = "Such as 2025-01.")
        private String month;

        DayRange days() {
            if (day != null) {
                return DayRange.of(Arguments.day(day));
            }
            return week != null ? Arguments.week(week).days() : Arguments.days(Arguments.month(month));
        }
    }

    @Override
    public Integer call() {
        String[] parts = metric.split("\\.", -1);
        MetricTable table = parts.length == 2 ? MetricTable.named(parts[0]).orElse(null) : null;
        if (table == null
                || !table.contract().isPublished()
                || !table.contract().has(parts[1])) {
            throw new UsageException(
                    "Cannot explain %s: it is not a column of a published table. Give one like daily_metrics.messages; jobs/run show TABLE --describe lists them."
                            .formatted(metric));
        }
        DayRange days = period.days();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Lineage lineage = new Lineage(lakeOption.reader(), days);
        out.printf("%s, %s to %s%n", metric, days.from(), days.to());
        out.println(column(table.contract(), parts[1]).comment());
        List<Object> values = lineage.values(table, parts[1]);
        out.println(values.size() == 1 ? "= " + values.get(0) : "%d rows".formatted(values.size()));
        out.println();
        out.println("computed from (rows of the period / all rows):");
        lineage.print(table, out);
        out.println();
        out.println("sources of these days:");
        lineage.printSources(out);
        out.printf("%nthe query: src/main/resources/metrics/%s/query.sql%n", table.tableName());
        out.flush();
        return 0;
    }

    private static TableContract.Column column(TableContract table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
