package com.recipechatbot.analytics.serving.quicksight;

import static com.recipechatbot.analytics.serving.quicksight.Json.object;

import com.recipechatbot.analytics.serving.quicksight.Dashboard.Chart;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Rows;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Sheet;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sheets, calculated fields and filters that analysis and dashboard have in common. */
final class Definition {

    private static final int COLUMNS = 36;
    /** How many days the reader wants to see. One parameter for all sheets. */
    private static final String DAYS_SHOWN = "DaysShown";

    private final Dashboard dashboard;
    private final Visuals visuals;

    Definition(Dashboard dashboard) {
        this.dashboard = dashboard;
        this.visuals = new Visuals(dashboard.tables());
    }

    Map<String, Object> json() {
        return object(
                "DataSetIdentifierDeclarations",
                dashboard.tables().keySet().stream().map(DataSets::declaration).toList(),
                "Sheets",
                dashboard.sheets().stream().map(this::sheet).toList(),
                "CalculatedFields",
                calculatedFields(),
                "ParameterDeclarations",
                List.of(object(
                        "IntegerParameterDeclaration",
                        object(
                                "ParameterValueType",
                                "SINGLE_VALUED",
                                "Name",
                                DAYS_SHOWN,
                                "DefaultValues",
                                object("StaticValues", List.of(91))))),
                "FilterGroups",
                dashboard.sheets().stream()
                        .flatMap(sheet -> sheet.charts().stream().flatMap(chart -> filterGroups(sheet, chart).stream()))
                        .toList(),
                // No zone: it would move the days.
                "Options",
                object("WeekStart", "MONDAY"));
    }

    private Map<String, Object> sheet(Sheet sheet) {
        String control = sheet.id() + "-days";
        return object(
                "SheetId",
                sheet.id(),
                "Name",
                sheet.name(),
                "Title",
                sheet.question(),
                "ContentType",
                "INTERACTIVE",
                "ParameterControls",
                List.of(object(
                        "Dropdown",
                        object(
                                "ParameterControlId",
                                control,
                                "Title",
                                "Days shown",
                                "SourceParameterName",
                                DAYS_SHOWN,
                                "Type",
                                "SINGLE_SELECT",
                                "SelectableValues",
                                object("Values", List.of("28", "91", "182", "364", "731"))))),
                "SheetControlLayouts",
                List.of(grid(List.of(element(control, "PARAMETER_CONTROL", 0, 0, 6, 1)), null)),
                "Visuals",
                sheet.charts().stream().map(visuals::visual).toList(),
                "Layouts",
                List.of(grid(
                        elements(sheet.charts()),
                        object(
                                "ScreenCanvasSizeOptions",
                                object("ResizeOption", "FIXED", "OptimizedViewPortWidth", "1600px")))));
    }

    /** From left to right, and on in the next row where the width does not suffice. */
    private static List<Object> elements(List<Chart> charts) {
        List<Object> elements = new ArrayList<>();
        int column = 0;
        int row = 0;
        int rowHeight = 0;
        for (Chart chart : charts) {
            if (column + chart.width() > COLUMNS) {
                column = 0;
                row += rowHeight;
                rowHeight = 0;
            }
            elements.add(element(chart.id(), "VISUAL", column, row, chart.width(), chart.height()));
            column += chart.width();
            rowHeight = Math.max(rowHeight, chart.height());
        }
        return elements;
    }

    private static Map<String, Object> element(String id, String type, int column, int row, int width, int height) {
        return object(
                "ElementId", id, "ElementType", type, "ColumnIndex", column, "ColumnSpan", width, "RowIndex", row,
                "RowSpan", height);
    }

    private static Map<String, Object> grid(List<?> elements, Map<String, Object> canvas) {
        return object(
                "Configuration", object("GridLayout", object("Elements", elements, "CanvasSizeOptions", canvas)));
    }

    private List<Object> calculatedFields() {
        List<Object> fields = new ArrayList<>();
        dashboard.tables().forEach((name, table) -> {
            fields.add(calculatedField(name, age(name), table.age()));
            table.fields().forEach((field, what) -> fields.add(calculatedField(name, field, what.is())));
        });
        return fields;
    }

    private static Map<String, Object> calculatedField(String table, String name, String expression) {
        return object("DataSetIdentifier", table, "Name", name, "Expression", expression);
    }

    private static String age(String table) {
        return "Age of " + table;
    }

    /** One filter a group: groups hold together, filters within one are alternatives. */
    private List<Object> filterGroups(Sheet sheet, Chart chart) {
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

    private static Map<String, Object> group(Sheet sheet, Chart chart, String id, Map<String, Object> filter) {
        return object(
                "FilterGroupId",
                id,
                "Filters",
                List.of(filter),
                "ScopeConfiguration",
                object(
                        "SelectedSheets",
                        object(
                                "SheetVisualScopingConfigurations",
                                List.of(object(
                                        "SheetId",
                                        sheet.id(),
                                        "Scope",
                                        "SELECTED_VISUALS",
                                        "VisualIds",
                                        List.of(chart.id()))))),
                "Status",
                "ENABLED",
                "CrossDataset",
                "SINGLE_DATASET");
    }

    /** Counted from the newest row, not from today: what is late is still seen. */
    private static Map<String, Object> byAge(Chart chart, String id) {
        return object(
                "NumericRangeFilter",
                object(
                        "FilterId",
                        id,
                        "Column",
                        Visuals.column(chart.table(), age(chart.table())),
                        "RangeMinimum",
                        object("StaticValue", 0),
                        "IncludeMinimum",
                        true,
                        "RangeMaximum",
                        chart.rows() == Rows.ALL ? null : object("Parameter", DAYS_SHOWN),
                        "IncludeMaximum",
                        false,
                        "NullOption",
                        "NON_NULLS_ONLY"));
    }

    private static Map<String, Object> newest(Chart chart, String id) {
        return equalNumber(chart, id, age(chart.table()), 0, true);
    }

    private static Map<String, Object> equal(Chart chart, String id, String column, Object value, boolean isEqual) {
        if (ColumnType.of(TableContract.read(chart.table()), column) != ColumnType.STRING) {
            return equalNumber(chart, id, column, value, isEqual);
        }
        return object(
                "CategoryFilter",
                object(
                        "FilterId",
                        id,
                        "Column",
                        Visuals.column(chart.table(), column),
                        "Configuration",
                        object(
                                "FilterListConfiguration",
                                object(
                                        "MatchOperator",
                                        isEqual ? "CONTAINS" : "DOES_NOT_CONTAIN",
                                        "CategoryValues",
                                        List.of(value),
                                        "NullOption",
                                        "NON_NULLS_ONLY"))));
    }

    private static Map<String, Object> equalNumber(
            Chart chart, String id, String column, Object value, boolean isEqual) {
        return object(
                "NumericEqualityFilter",
                object(
                        "FilterId",
                        id,
                        "Column",
                        Visuals.column(chart.table(), column),
                        "Value",
                        value,
                        "MatchOperator",
                        isEqual ? "EQUALS" : "DOES_NOT_EQUAL",
                        "NullOption",
                        "NON_NULLS_ONLY"));
    }
}
