package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counts that a correct pipeline reaches on the sample. Computed from what was planted, by a second implementation
 * of the definitions that never sees the exported files.
 */
final class Oracle {

    /** Users with a user message. */
    private final UserDays active;

    private final Map<String, ExpectedTable> tables = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, Long> personalData = new TreeMap<>();
    private long loaded;
    private long duplicates;
    private long excluded;

    Oracle(DayRange sample) {
        active = new UserDays(sample);
        tables.put("daily_metrics", new ExpectedDailyMetrics(sample, active));
        tables.put("daily_recipes", new ExpectedDailyRecipes());
        tables.put("daily_categories", new ExpectedDailyCategories());
        tables.put("daily_tools", new ExpectedDailyTools());
        tables.put("daily_models", new ExpectedDailyModels());
        tables.put("hourly_usage", new ExpectedHourlyUsage());
        tables.put("daily_retention", new ExpectedDailyRetention(sample, active));
        tables.put("weekly_metrics", new ExpectedWeeklyMetrics(sample, active));
        tables.put("weekly_retention", new ExpectedWeeklyRetention(sample, active));
        tables.put("weekly_features", new ExpectedWeeklyFeatures(sample, active));
        tables.put("weekly_recipes", new ExpectedWeeklyRecipes());
        tables.put("weekly_seasonality", new ExpectedWeeklySeasonality());
        tables.put("daily_files", new ExpectedDailyFiles(sample));
        tables.put("monthly_metrics", new ExpectedMonthlyMetrics(sample, active));
    }

    /** A conversation took place; all its messages reach the export at some time. */
    void add(Conversation conversation) {
        if (conversation.user().optsOut()) {
            excluded += conversation.messages().size();
            return;
        }
        loaded += conversation.messages().size();
        for (Message message : conversation.messages()) {
            if (message.turn().personalData() != null) {
                personalData.merge(message.turn().personalData(), 1L, Long::sum);
            }
        }
        conversation.counted().stream()
                .filter(Message::isFromUser)
                .forEach(message -> active.add(conversation.user(), message.day()));
        tables.values().forEach(table -> table.add(conversation));
    }

    /** A record is in the export once more. */
    void duplicate() {
        duplicates++;
    }

    /** A record that cannot be used is in the export. */
    void rejected(BrokenRecord broken) {
        rejected.merge(broken.reason(), 1L, Long::sum);
    }

    /** All records of the export, usable or not. */
    long rowsRead() {
        return loaded + duplicates + excluded + rowsRejected();
    }

    /** @return rows by the name of their table */
    Map<String, List<Row>> expected() {
        Map<String, List<Row>> expected = new LinkedHashMap<>();
        tables.forEach((name, table) -> expected.put(name, table.rows()));
        expected.put("pipeline_runs", List.of(accounting()));
        expected.put("rejected_records", counts("reason", rejected));
        expected.put("personal_data", counts("type", personalData));
        return expected;
    }

    private Row accounting() {
        return new Row()
                .with("rows_read", rowsRead())
                .with("rows_loaded", loaded)
                .with("rows_duplicate", duplicates)
                .with("rows_rejected", rowsRejected())
                .with("rows_excluded", excluded);
    }

    private long rowsRejected() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Row> counts(String key, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new Row().with(key, count.getKey()).with("count", count.getValue()))
                .toList();
    }
}
