package com.recipechatbot.analytics;

import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;

/** The tables of a lake as tests see them: read with Delta Kernel, so that each test also proves a second reader. */
public final class TestLake {

    /** Columns that tell which run or source brought a row, and nothing else. */
    public static final List<String> OF_THE_RUN = List.of("source_id", "revision");

    private final LakeReader reader;

    private TestLake(LakeReader reader) {
        this.reader = reader;
    }

    public static TestLake at(Path folder) {
        return at(new Configuration(), folder.toString());
    }

    public static TestLake at(Configuration hadoop, String location) {
        return new TestLake(new LakeReader(hadoop, location));
    }

    /** The rows in the order of all their values, each by column. */
    public List<Map<String, Object>> rows(MetricTable table) {
        return rows(table, column -> true);
    }

    /** The same without some columns. */
    public List<Map<String, Object>> rows(MetricTable table, Predicate<String> wanted) {
        List<String> columns = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        reader.read(table.contract().location(), columns::addAll, values -> {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                if (wanted.test(columns.get(i))) {
                    row.put(columns.get(i), values.get(i));
                }
            }
            rows.add(row);
        });
        rows.sort(Comparator.comparing(row -> row.values().toString()));
        return rows;
    }

    /** One row a message, of the turns of {@code conversation_parts}. */
    public List<Map<String, Object>> messages() {
        return messages(rows(MetricTable.CONVERSATION_PARTS));
    }

    /** @param parts rows of {@code conversation_parts} */
    public static List<Map<String, Object>> messages(List<Map<String, Object>> parts) {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Map<String, Object> part : parts) {
            List<?> users = (List<?>) part.get("user_day_keys");
            for (Object turn : (List<?>) part.get("turns")) {
                Map<String, Object> message = new LinkedHashMap<>(part);
                message.keySet()
                        .removeAll(List.of(
                                "turns", "user_day_keys", "user_seals", "recipes", "tools", "models", "redactions"));
                ((Map<?, ?>) turn).forEach((field, value) -> message.put(field.toString(), value));
                Object user = message.remove("user");
                message.put("user_day_key", user == null ? null : users.get((Integer) user));
                messages.add(message);
            }
        }
        return messages;
    }

    /** Every table but those of runs, without what tells only which run or source brought a row. */
    public Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        for (MetricTable table : MetricTable.values()) {
            // No write times are known.
            if (!MetricTable.replaced(MetricTable.Replaced.NEVER).contains(table) && table != MetricTable.ITEM_WRITES) {
                content.put(table.tableName(), rows(table, column -> !OF_THE_RUN.contains(column)));
            }
        }
        return content;
    }
}
