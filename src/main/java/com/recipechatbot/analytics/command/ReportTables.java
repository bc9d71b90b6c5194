package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.lake.LakeReader;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.serving.report.HtmlReport;
import com.recipechatbot.analytics.serving.report.TableRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
