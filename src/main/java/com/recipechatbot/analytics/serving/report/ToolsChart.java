package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TERM;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which tools does the chatbot use, and how often do they fail? */
final class ToolsChart implements Chart {

    @Override
    public String id() {
        return "tools";
    }

    @Override
    public String section() {
        return "Does it work";
    }

    @Override
    public String title() {
        return "Tools";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("tool", "Tool", TERM),
                new Column("share", "Of engaged conversations", PERCENT),
                new Column("conversations", "Conversations", COUNT),
                new Column("calls", "Calls", COUNT),
                new Column("failures", "Failures", COUNT),
                new Column("failure_share", "Failed", PERCENT));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("tool", "share", "share of engaged conversations");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        Map<String, List<TableRow>> tools =
                tables.rows("daily_tools", period).collect(groupingBy(row -> row.text("tool"), TreeMap::new, toList()));
        if (tools.isEmpty()) {
            return Figure.empty("No record in these weeks reports a tool: tool use is unknown, not 0 %.");
        }
        // A day on which no record reports a tool says nothing, so its conversations are not part of the total either.
        Set<LocalDate> reporting =
                tables.rows("daily_tools", period).map(row -> row.day("day")).collect(toSet());
        long engaged = tables.days(period).values().stream()
                .filter(row -> reporting.contains(row.day("day")))
                .mapToLong(row -> row.count("engaged_conversations"))
                .sum();
        List<List<Object>> rows = new ArrayList<>();
        tools.forEach((tool, days) -> rows.add(row(tool, days, engaged)));
        rows.sort(Comparator.comparing((List<Object> row) -> (Long) row.get(2)).reversed());
        return rows.stream()
                .filter(row -> !row.get(0).equals("(other)"))
                .findFirst()
                .map(first -> new Figure(
                        "Most used: %s, in %s of the conversations in which both sides wrote; %s of its calls failed."
                                .formatted(
                                        Words.term((String) first.get(0)),
                                        first.get(1) == null
                                                ? "an unknown share"
                                                : Words.percent((Double) first.get(1)),
                                        first.get(5) == null
                                                ? "an unknown share"
                                                : Words.percent((Double) first.get(5))),
                        rows))
                .orElse(new Figure("No tool has enough users to be named.", rows));
    }

    private static List<Object> row(String tool, List<TableRow> days, long engaged) {
        long conversations =
                days.stream().mapToLong(row -> row.count("conversations")).sum();
        return Arrays.asList(
                tool,
                engaged == 0 ? null : (Object) ((double) conversations / engaged),
                conversations,
                days.stream().mapToLong(row -> row.count("calls")).sum(),
                days.stream().mapToLong(row -> row.count("failures")).sum(),
                SevenDays.ratio(days, row -> row.count("failures"), row -> row.count("calls")));
    }
}
