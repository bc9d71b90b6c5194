package com.recipechatbot.analytics.serving.quicksight;

import static com.recipechatbot.analytics.serving.quicksight.Json.object;

import com.recipechatbot.analytics.serving.quicksight.Dashboard.Chart;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Field;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Kind;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Charts in the terms of QuickSight's API. */
final class Visuals {

    private static final Json HIDDEN = object("Visibility", "HIDDEN");
    private static final Json VISIBLE = object("Visibility", "VISIBLE");

    private final Map<String, Dashboard.Table> tables;

    Visuals(Map<String, Dashboard.Table> tables) {
        this.tables = tables;
    }

    Json visual(Chart chart) {
        return switch (chart.kind()) {
            case KPI -> named("KPIVisual", chart, object("FieldWells", object("Values", measures(chart))));
            case LINE -> named("LineChartVisual", chart, line(chart));
            case COLUMNS -> named("BarChartVisual", chart, bars(chart, "VERTICAL", "CLUSTERED"));
            case STACKED -> named("BarChartVisual", chart, bars(chart, "VERTICAL", "STACKED"));
            case BARS -> named("BarChartVisual", chart, bars(chart, "HORIZONTAL", "CLUSTERED"));
            case PIE -> named("PieChartVisual", chart, pie(chart));
            case HEATMAP -> named("HeatMapVisual", chart, heatMap(chart));
            case TABLE -> named("TableVisual", chart, table(chart));
        };
    }

    static Json column(String table, String name) {
        return object("DataSetIdentifier", table).with("ColumnName", name);
    }

    private static Json named(String type, Chart chart, Json configuration) {
        return object(
                type,
                object("VisualId", chart.id())
                        .with("Title", text(chart.title()))
                        .with("Subtitle", chart.note() == null ? HIDDEN : text(chart.note()))
                        .with("ChartConfiguration", configuration));
    }

    private static Json text(String text) {
        return object("Visibility", "VISIBLE").with("FormatText", object("PlainText", text));
    }

    private Json line(Chart chart) {
        return wells("LineChartAggregatedFieldWells", "Category", chart)
                .with("Type", "LINE")
                .with("SortConfiguration", object("CategorySort", sort(chart)))
                .with("XAxisLabelOptions", HIDDEN)
                .with("PrimaryYAxisLabelOptions", axis(chart))
                .with("Legend", legend(chart));
    }

    private Json bars(Chart chart, String orientation, String arrangement) {
        return wells("BarChartAggregatedFieldWells", "Category", chart)
                .with("Orientation", orientation)
                .with("BarsArrangement", arrangement)
                .with(
                        "SortConfiguration",
                        object("CategorySort", sort(chart)).with("CategoryItemsLimit", limit(chart, "EXCLUDE")))
                .with("CategoryLabelOptions", HIDDEN)
                .with("ValueLabelOptions", axis(chart))
                .with("Legend", legend(chart))
                .with("DataLabels", chart.kind() == Kind.BARS ? VISIBLE : HIDDEN);
    }

    /** Everything beyond the limit becomes one slice, because a pie shows the whole. */
    private Json pie(Chart chart) {
        return wells("PieChartAggregatedFieldWells", "Category", chart)
                .with(
                        "SortConfiguration",
                        object("CategorySort", sort(chart)).with("CategoryItemsLimit", limit(chart, "INCLUDE")))
                .with("DonutOptions", object("ArcOptions", object("ArcThickness", "WHOLE")))
                .with("Legend", VISIBLE);
    }

    private Json heatMap(Chart chart) {
        return object(
                        "FieldWells",
                        object(
                                "HeatMapAggregatedFieldWells",
                                object("Rows", by(chart))
                                        .with("Columns", List.of(dimension(chart, chart.across(), "across")))
                                        .with("Values", measures(chart))))
                .with(
                        "SortConfiguration",
                        object("HeatMapRowSort", List.of(ordered(fieldId(chart, "by"), "ASC")))
                                .with("HeatMapColumnSort", List.of(ordered(fieldId(chart, "across"), "ASC"))))
                .with("RowLabelOptions", label(chart, chart.by(), "by"))
                .with("ColumnLabelOptions", label(chart, chart.across(), "across"))
                .with(
                        "ColorScale",
                        object("ColorFillType", "GRADIENT")
                                .with("Colors", List.of(object("Color", "#EEF4F8"), object("Color", "#1F5C7A"))))
                .with("Legend", VISIBLE)
                .with("DataLabels", VISIBLE);
    }

    private Json table(Chart chart) {
        return wells("TableAggregatedFieldWells", "GroupBy", chart)
                .with("SortConfiguration", object("RowSort", sort(chart)))
                .with(
                        "FieldOptions",
                        object(
                                "SelectedFieldOptions",
                                List.of(object("FieldId", fieldId(chart, "by"))
                                        .with("CustomLabel", plain(chart.by())))));
    }

    private Json wells(String type, String place, Chart chart) {
        return object("FieldWells", object(type, object(place, by(chart)).with("Values", measures(chart))));
    }

    private List<Object> by(Chart chart) {
        return List.of(dimension(chart, chart.by(), "by"));
    }

    private Json dimension(Chart chart, String name, String place) {
        Json field = object("FieldId", fieldId(chart, place)).with("Column", column(chart.table(), name));
        return switch (type(chart.table(), name)) {
            case STRING -> object("CategoricalDimensionField", field);
            case DATETIME ->
                object(
                        "DateDimensionField",
                        field.with("DateGranularity", chart.every().name()));
            default -> object("NumericalDimensionField", field);
        };
    }

    private ColumnType type(String table, String name) {
        // A calculated field that a chart is grouped by is always text.
        return tables.get(table).fields().containsKey(name)
                ? ColumnType.STRING
                : ColumnType.of(TableContract.read(table), name);
    }

    private List<Object> measures(Chart chart) {
        return IntStream.range(0, chart.values().size())
                .<Object>mapToObj(i -> measure(chart, i))
                .toList();
    }

    /** The field itself aggregates, so there is no aggregation function here. */
    private Json measure(Chart chart, int index) {
        String name = chart.values().get(index);
        Field field = tables.get(chart.table()).fields().get(name);
        return object(
                "NumericalMeasureField",
                object("FieldId", fieldId(chart, "value-" + (index + 1)))
                        .with("Column", column(chart.table(), name))
                        .with("FormatConfiguration", object("FormatConfiguration", number(field.format()))));
    }

    private static Json number(Dashboard.Format format) {
        if (format == Dashboard.Format.PERCENT) {
            return object("PercentageDisplayFormatConfiguration", places(1));
        }
        Json comma = object("Symbol", "COMMA").with("Visibility", "VISIBLE");
        return object(
                "NumberDisplayFormatConfiguration",
                places(format == Dashboard.Format.DECIMAL ? 1 : 0)
                        .with("SeparatorConfiguration", object("ThousandsSeparator", comma)));
    }

    private static Json places(int places) {
        return object("DecimalPlacesConfiguration", object("DecimalPlaces", places));
    }

    /** Sorts categories by size, and times and positions in their natural order. */
    private static List<Object> sort(Chart chart) {
        boolean bySize = chart.kind() == Kind.BARS || chart.kind() == Kind.PIE || chart.kind() == Kind.TABLE;
        return List.of(
                ordered(fieldId(chart, bySize ? "value-1" : "by"), bySize && !chart.ascending() ? "DESC" : "ASC"));
    }

    private static Json ordered(String fieldId, String direction) {
        return object("FieldSort", object("FieldId", fieldId).with("Direction", direction));
    }

    private static Json limit(Chart chart, String others) {
        return chart.top() == null ? null : object("ItemsLimit", chart.top()).with("OtherCategories", others);
    }

    /** Labels the value axis with the name of the field, or with what several fields have in common. */
    private static Json axis(Chart chart) {
        return label(chart, chart.axis() == null ? chart.values().get(0) : chart.axis(), "value-1");
    }

    private static Json label(Chart chart, String label, String place) {
        String name = switch (place) {
            case "by" -> chart.by();
            case "across" -> chart.across();
            default -> chart.values().get(0);
        };
        return object("Visibility", "VISIBLE")
                .with(
                        "AxisLabelOptions",
                        List.of(object("CustomLabel", plain(label))
                                .with(
                                        "ApplyTo",
                                        object("FieldId", fieldId(chart, place))
                                                .with("Column", column(chart.table(), name)))));
    }

    private static Json legend(Chart chart) {
        return chart.values().size() > 1 ? VISIBLE : HIDDEN;
    }

    private static String plain(String name) {
        return name.replace('_', ' ');
    }

    private static String fieldId(Chart chart, String place) {
        return chart.id() + "." + place;
    }
}
