package com.recipechatbot.analytics.serving.report;

import static com.recipechatbot.analytics.serving.report.Column.Format.COUNT;
import static com.recipechatbot.analytics.serving.report.Column.Format.DECIMAL;
import static com.recipechatbot.analytics.serving.report.Column.Format.PERCENT;
import static com.recipechatbot.analytics.serving.report.Column.Format.TEXT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Which models answer, how fast, at what cost, and how often do they fail? */
final class ModelsChart implements Chart {

    /** One conversation costs so little that it would read as 0. */
    private static final int THOUSAND = 1_000;

    @Override
    public String id() {
        return "models";
    }

    @Override
    public String section() {
        return "Does it work";
    }

    @Override
    public String title() {
        return "Models";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("model", "Model", TEXT),
                new Column("responses", "Answers", COUNT),
                new Column("failure_share", "Failed", PERCENT),
                new Column("median_ms", "Median ms, mean of the days", DECIMAL),
                new Column("p90_ms", "90 % within ms, mean of the days", DECIMAL),
                new Column("cost_usd", "US dollars", DECIMAL),
                new Column("cost_per_1000", "US dollars per 1,000 conversations", DECIMAL),
                new Column("cost_per_1000_completed", "US dollars per 1,000 completed", DECIMAL));
    }

    @Override
    public Drawing drawing() {
        return Drawing.bars("model", "responses", "answers");
    }

    @Override
    public Figure figure(PublishedTables tables, Period period) {
        Map<String, List<TableRow>> models = tables.rows("daily_models", period)
                .collect(groupingBy(row -> row.text("model"), TreeMap::new, toList()));
        if (models.isEmpty()) {
            return Figure.empty("No record in these weeks names a model: model use is unknown, not 0.");
        }
        List<List<Object>> rows = new ArrayList<>();
        models.forEach((model, days) -> rows.add(row(model, days)));
        rows.sort(Comparator.comparing((List<Object> row) -> (Long) row.get(1)).reversed());
        return new Figure(reading(rows), rows);
    }

    private static String reading(List<List<Object>> rows) {
        long responses = rows.stream().mapToLong(row -> (Long) row.get(1)).sum();
        return rows.stream()
                .filter(row -> !row.get(0).equals("(other)"))
                .findFirst()
                .map(first ->
                        "Most answers: %s, %s of those whose record names a model; %s of its answers failed, and the cost per 1,000 conversations was %s."
                                .formatted(
                                        first.get(0),
                                        Words.percent((double) (Long) first.get(1) / responses),
                                        first.get(2) == null
                                                ? "an unknown share"
                                                : Words.percent((Double) first.get(2)),
                                        first.get(6) == null
                                                ? "not reported"
                                                : "$" + Words.decimal((Double) first.get(6))))
                .orElse("No model has enough users to be named.");
    }

    private static List<Object> row(String model, List<TableRow> days) {
        List<TableRow> priced =
                days.stream().filter(row -> row.number("cost_usd") != null).toList();
        return Arrays.asList(
                model,
                days.stream().mapToLong(row -> row.count("responses")).sum(),
                SevenDays.ratio(days, row -> row.count("failures"), row -> row.count("responses")),
                mean(days, "latency_p50_ms"),
                mean(days, "latency_p90_ms"),
                priced.isEmpty()
                        ? null
                        : (Object) priced.stream()
                                .mapToDouble(row -> row.number("cost_usd"))
                                .sum(),
                perThousand(priced, "conversations"),
                perThousand(
                        priced.stream()
                                .filter(row -> row.number("completed") != null)
                                .toList(),
                        "completed"));
    }

    private static Double mean(List<TableRow> days, String column) {
        OptionalDouble mean = days.stream()
                .map(row -> row.number(column))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isPresent() ? (Double) mean.getAsDouble() : null;
    }

    private static Double perThousand(List<TableRow> priced, String column) {
        return SevenDays.ratio(priced, row -> THOUSAND * row.number("cost_usd"), row -> row.count(column));
    }
}
