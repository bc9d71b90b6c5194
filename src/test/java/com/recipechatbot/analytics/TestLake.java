package com.recipechatbot.analytics;

import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;

/** The tables of a lake as tests see them: read with Delta Kernel, so that each test also proves a second reader. */
public final class TestLake {

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
}
