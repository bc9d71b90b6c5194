package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.report.HtmlReport;
import com.recipechatbot.analytics.serving.report.TableRows;
import com.recipechatbot.analytics.tables.TableContract;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of a lake that a report is made from. */
final class ReportTables {

    private ReportTables() {}

    /**
     * Rows by table name; of a table that is not there, none.
     *
     * @param publishedOnly does not read the restricted tables
     */
    static Map<String, TableRows> read(LakeReader reader, boolean publishedOnly) {
        Map<String, TableRows> tables = new HashMap<>();
        for (String name : HtmlReport.TABLES) {
            String location = MetricTable.named(name).orElseThrow().contract().location();
            boolean mayRead = location.startsWith("published/") || !publishedOnly;
            if (mayRead && reader.exists(location)) {
                tables.put(name, name.equals("rejected_records") ? reasons(reader, location) : rows(reader, location));
            }
        }
        return tables;
    }

    /** The published ones of a lake that a job has open, read by Spark: a job on EMR has nothing else that reads Delta. */
    static Map<String, TableRows> published(Lake lake) {
        Map<String, TableRows> tables = new HashMap<>();
        for (String name : HtmlReport.TABLES) {
            TableContract table = MetricTable.named(name).orElseThrow().contract();
            if (table.location().startsWith("published/") && lake.exists(table)) {
                Dataset<Row> rows = lake.read(table);
                List<List<Object>> values = new ArrayList<>();
                rows.toLocalIterator().forEachRemaining(row -> values.add(values(row)));
                tables.put(name, new TableRows(List.of(rows.columns()), values));
            }
        }
        return tables;
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(value(row.get(i)));
        }
        return values;
    }

    private static Object value(Object value) {
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        return value instanceof Timestamp time ? time.toInstant() : value;
    }

    private static TableRows rows(LakeReader reader, String location) {
        List<String> columns = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        reader.read(location, columns::addAll, rows::add);
        return new TableRows(columns, rows);
    }

    /** Of rejected records, nothing but the reason: no reader needs more, and a sealed record may be a megabyte. */
    private static TableRows reasons(LakeReader reader, String location) {
        List<String> columns = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        reader.read(location, columns::addAll, row -> rows.add(List.of(row.get(columns.indexOf("reason")))));
        return new TableRows(List.of("reason"), rows);
    }
}
