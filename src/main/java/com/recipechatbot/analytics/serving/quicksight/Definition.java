package com.recipechatbot.analytics.serving.quicksight;

import static com.recipechatbot.analytics.serving.quicksight.Json.object;

import com.recipechatbot.analytics.serving.quicksight.Dashboard.Chart;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Sheet;
import java.util.ArrayList;
import java.util.List;

/** The sheets, calculated fields and filters that the analysis and the dashboard share. */
final class Definition {

    private static final int COLUMNS = 36;

    private final Dashboard dashboard;
    private final Visuals visuals;

    Definition(Dashboard dashboard) {
        this.dashboard = dashboard;
        this.visuals = new Visuals(dashboard.tables());
    }

    Json json() {
        return object(
                        "DataSetIdentifierDeclarations",
                        dashboard.tables().keySet().stream()
                                .map(DataSets::declaration)
                                .toList())
                .with("Sheets", dashboard.sheets().stream().map(this::sheet).toList())
                .with("CalculatedFields", calculatedFields())
                .with(
                        "ParameterDeclarations",
                        List.of(object(
                                "IntegerParameterDeclaration",
                                object("ParameterValueType", "SINGLE_VALUED")
                                        .with("Name", Filters.DAYS_SHOWN)
                                        .with("DefaultValues", object("StaticValues", List.of(91))))))
                .with(
                        "FilterGroups",
                        dashboard.sheets().stream()
                                .flatMap(sheet -> sheet.charts().stream()
                                        .flatMap(chart -> Filters.groups(sheet.id(), chart).stream()))
                                .toList())
                // No time zone: it would shift the days.
                .with("Options", object("WeekStart", "MONDAY"));
    }

    private Json sheet(Sheet sheet) {
        String control = sheet.id() + "-days";
        return object("SheetId", sheet.id())
                .with("Name", sheet.name())
                .with("Title", sheet.question())
                .with("ContentType", "INTERACTIVE")
                .with(
                        "ParameterControls",
                        List.of(object(
                                "Dropdown",
                                object("ParameterControlId", control)
                                        .with("Title", "Days shown")
                                        .with("SourceParameterName", Filters.DAYS_SHOWN)
                                        .with("Type", "SINGLE_SELECT")
                                        .with(
                                                "SelectableValues",
                                                object("Values", List.of("28", "91", "182", "364", "731"))))))
                .with(
                        "SheetControlLayouts",
                        List.of(grid(List.of(element(control, "PARAMETER_CONTROL", 0, 0, 6, 1)), null)))
                .with("Visuals", sheet.charts().stream().map(visuals::visual).toList())
                .with(
                        "Layouts",
                        List.of(grid(
                                elements(sheet.charts()),
                                object(
                                        "ScreenCanvasSizeOptions",
                                        object("ResizeOption", "FIXED").with("OptimizedViewPortWidth", "1600px")))));
    }

    /** From left to right, continuing in the next row when the width is used up. */
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

    private static Json element(String id, String type, int column, int row, int width, int height) {
        return object("ElementId", id)
                .with("ElementType", type)
                .with("ColumnIndex", column)
                .with("ColumnSpan", width)
                .with("RowIndex", row)
                .with("RowSpan", height);
    }

    private static Json grid(List<?> elements, Json canvas) {
        return object(
                "Configuration",
                object("GridLayout", object("Elements", elements).with("CanvasSizeOptions", canvas)));
    }

    private List<Object> calculatedFields() {
        List<Object> fields = new ArrayList<>();
        dashboard.tables().forEach((name, table) -> {
            fields.add(calculatedField(name, Filters.age(name), table.age()));
            table.fields().forEach((field, what) -> fields.add(calculatedField(name, field, what.is())));
        });
        return fields;
    }

    private static Json calculatedField(String table, String name, String expression) {
        return object("DataSetIdentifier", table).with("Name", name).with("Expression", expression);
    }
}
