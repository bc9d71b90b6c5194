package com.recipechatbot.analytics.upkeep;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A copy of a lake that a run writes to, so that its changes can be seen beforehand. The copy shares the files of the
 * tables, lies in the lake's own folder, and is deleted when it is closed.
 */
public final class DryRun implements AutoCloseable {

    /** Metrics that every run may change, and which say nothing of the day. */
    private static final List<String> NOT_COMPARED = List.of("revision", "extractor_version");

    private final Lake lake;
    private final Lake copy;
    private final String folder;

    private DryRun(Lake lake, Lake copy, String folder) {
        this.lake = lake;
        this.copy = copy;
        this.folder = folder;
    }

    public static DryRun of(Lake lake) {
        String folder = "dry-run-" + UUID.randomUUID();
        List<TableContract> tables = MetricTable.contracts();
        Lake copy = null;
        try {
            copy = lake.copyTo(folder, tables);
            return new DryRun(lake, copy, folder);
        } finally {
            if (copy == null) {
                lake.folder().deleteFolder(folder);
            }
        }
    }

    public String location() {
        return copy.folder().root();
    }

    /** What a run on the copy has changed in the published tables, a line for each metric or for rows of a day. */
    public String differences() {
        StringBuilder text = new StringBuilder();
        for (MetricTable table : MetricTable.values()) {
            if (table.contract().isPublished()) {
                differences(table)
                        .forEach(row -> text.append("%s %s %s: %s -> %s%n"
                                .formatted(
                                        table.tableName(),
                                        row.getString(0),
                                        row.getString(1),
                                        row.isNullAt(2) ? "-" : row.getString(2),
                                        row.isNullAt(3) ? "-" : row.getString(3))));
            }
        }
        return text.isEmpty() ? "no difference%n".formatted() : text.toString();
    }

    private List<Row> differences(MetricTable table) {
        Dataset<Row> before = values(lake, table.contract()).withColumnRenamed("value", "old_value");
        Dataset<Row> after = values(copy, table.contract()).withColumnRenamed("value", "new_value");
        return before.join(
                        after,
                        CollectionConverters.asScala(List.of("row", "metric")).toSeq(),
                        "full")
                .where("NOT old_value <=> new_value")
                .orderBy("row", "metric")
                .select("row", "metric", "old_value", "new_value")
                .collectAsList();
    }

    /** A row for each value: the key of its row, its column, and itself as text. */
    private static Dataset<Row> values(Lake lake, TableContract table) {
        String key = String.join(", ", table.key());
        String except = String.join(
                ", ",
                table.columns().stream()
                        .map(TableContract.Column::name)
                        .filter(column -> table.key().contains(column) || NOT_COMPARED.contains(column))
                        .toList());
        return lake.read(table)
                .selectExpr(
                        "concat_ws(' ', %s) AS row".formatted(key),
                        "explode(from_json(to_json(struct(* EXCEPT (%s))), 'MAP<STRING, STRING>')) AS (metric, value)"
                                .formatted(except));
    }

    @Override
    public void close() {
        lake.folder().deleteFolder(folder);
    }
}
