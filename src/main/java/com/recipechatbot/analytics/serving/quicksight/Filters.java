package com.recipechatbot.analytics.serving.quicksight;

import static com.recipechatbot.analytics.serving.quicksight.Json.object;

import com.recipechatbot.analytics.serving.quicksight.Dashboard.Chart;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Rows;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which rows of its table a chart shows. */
final class Filters {

    /** How many days the reader has chosen to see. One parameter for all sheets. */
    static final String DAYS_SHOWN = "DaysShown";

    private Filters() {}

    /** The name of the calculated field that holds the age of a table's rows. */
    static String age(String table) {
        return "Age of " + table;
    }

    /** One filter per group: all groups must match, whereas filters within a group are alternatives. */
    static List<Object> groups(String sheet, Chart chart) {
        List<Object> groups = new ArrayList<>();
        String id = chart.id() + "-" + chart.rows().name().toLowerCase(Locale.ROOT);
        groups.add(group(sheet, chart, id, chart.rows() == Rows.NEWEST ? newest(chart, id) : byAge(chart, id)));
        chart.only().forEach((column, value) -> {
            String only = chart.id() + "-only-" + column;
            groups.add(group(sheet, chart, only, equal(chart, only, column, value, true)));
        });
        chart.without().forEach((column, value) -> {
            String without = chart.id() + "-without-" + column;
            groups.add(group(sheet, chart, without, equal(chart, without, column, value, false)));
        });
        return groups;
    }

    private static Json group(String sheet, Chart chart, String id, Json filter) {
        return object("FilterGroupId", id)
                .with("Filters", List.of(filter))
                .with(
                        "ScopeConfiguration",
                        object(
                                "SelectedSheets",
                                object(
                                        "SheetVisualScopingConfigurations",
                                        List.of(object("SheetId", sheet)
                                                .with("Scope", "SELECTED_VISUALS")
                                                .with("VisualIds", List.of(chart.id()))))))
                .with("Status", "ENABLED")
                .with("CrossDataset", "SINGLE_DATASET");
    }

    /** Counted from the newest row, not from today, so that late data is still visible. */
    private static Json byAge(Chart chart, String id) {
        return object(
                "NumericRangeFilter",
                object("FilterId", id)
                        .with("Column", Visuals.column(chart.table(), age(chart.table())))
                        .with("RangeMinimum", object("StaticValue", 0))
                        .with("IncludeMinimum", true)
                        .with("RangeMaximum", chart.rows() == Rows.ALL ? null : object("Parameter", DAYS_SHOWN))
                        .with("IncludeMaximum", false)
                        .with("NullOption", "NON_NULLS_ONLY"));
    }

    private static Json newest(Chart chart, String id) {
        return equalNumber(chart, id, age(chart.table()), 0, true);
    }

    private static Json equal(Chart chart, String id, String column, Object value, boolean isEqual) {
        if (ColumnType.of(TableContract.read(chart.table()), column) != ColumnType.STRING) {
            return equalNumber(chart, id, column, value, isEqual);
        }
        return object(
                "CategoryFilter",
                object("FilterId", id)
                        .with("Column", Visuals.column(chart.table(), column))
                        .with(
                                "Configuration",
                                object(
                                        "FilterListConfiguration",
                                        object("MatchOperator", isEqual ? "CONTAINS" : "DOES_NOT_CONTAIN")
                                                .with("CategoryValues", List.of(value))
                                                .with("NullOption", "NON_NULLS_ONLY"))));
    }

    private static Json equalNumber(Chart chart, String id, String column, Object value, boolean isEqual) {
        return object(
                "NumericEqualityFilter",
                object("FilterId", id)
                        .with("Column", Visuals.column(chart.table(), column))
                        .with("Value", value)
                        .with("MatchOperator", isEqual ? "EQUALS" : "DOES_NOT_EQUAL")
                        .with("NullOption", "NON_NULLS_ONLY"));
    }
}
