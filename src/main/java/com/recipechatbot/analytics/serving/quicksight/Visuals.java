package com.recipechatbot.analytics.serving.quicksight;

import static com.recipechatbot.analytics.serving.quicksight.Json.object;

import com.recipechatbot.analytics.serving.quicksight.Dashboard.Chart;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Field;
import com.recipechatbot.analytics.serving.quicksight.Dashboard.Kind;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Charts as QuickSight's API spells them. */
final class Visuals {

    private static final Map<String, Object> HIDDEN = object("Visibility", "HIDDEN");
    private static final Map<String, Object> VISIBLE = object("Visibility", "VISIBLE");

    private final Map<String, Dashboard.Table> tables;

    Visuals(Map<String, Dashboard.Table> tables) {
        this.tables = tables;
    }

    Map<String, Object> visual(Chart chart) {
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

    static Map<String, Object> column(String table, String name) {
        return object("DataSetIdentifier", table, "ColumnName", name);
    }

    private static Map<String, Object> named(String type, Chart chart, Map<String, Object> configuration) {
        return object(
                type,
                object(
                        "VisualId",
                        chart.id(),
                        "Title",
                        text(chart.title()),
                        "Subtitle",
                        chart.note() == null ? HIDDEN : text(chart.note()),
                        "ChartConfiguration",
                        configuration));
    }

    private static Map<String, Object> text(String text) {
        return object("Visibility", "VISIBLE", "FormatText", object("PlainText", text));
    }

    private Map<String, Object> line(Chart chart) {
        return object(
                "FieldWells",
                object("LineChartAggregatedFieldWells", object("Category", by(chart), "Values", measures(chart))),
                "Type",
                "LINE",
                "SortConfiguration",
                object("CategorySort", sort(chart)),
                "XAxisLabelOptions",
                HIDDEN,
                "PrimaryYAxisLabelOptions",
                axis(chart),
                "Legend",
                legend(chart));
    }

    private Map<String, Object> bars(Chart chart, String orientation, String arrangement) {
        return object(
                "FieldWells",
                object("BarChartAggregatedFieldWells", object("Category", by(chart), "Values", measures(chart))),
                "Orientation",
                orientation,
                "BarsArrangement",
                arrangement,
                "SortConfiguration",
                object("CategorySort", sort(chart), "CategoryItemsLimit", limit(chart, "EXCLUDE")),
                "CategoryLabelOptions",
                HIDDEN,
                "ValueLabelOptions",
                axis(chart),
                "Legend",
                legend(chart),
                "DataLabels",
                chart.kind() == Kind.BARS ? VISIBLE : HIDDEN);
    }

    /** What is beyond the limit is one slice of its own: a pie is a whole. */
    private Map<String, Object> pie(Chart chart) {
        return object(
                "FieldWells",
                object("PieChartAggregatedFieldWells", object("Category", by(chart), "Values", measures(chart))),
                "SortConfiguration",
                object("CategorySort", sort(chart), "CategoryItemsLimit", limit(chart, "INCLUDE")),
                "DonutOptions",
                object("ArcOptions", object("ArcThickness", "WHOLE")),
                "Legend",
                VISIBLE);
    }

    private Map<String, Object> heatMap(Chart chart) {
        return object(
                "FieldWells",
                object(
                        "HeatMapAggregatedFieldWells",
                        object(
                                "Rows",
                                by(chart),
                                "Columns",
                                List.of(dimension(chart, chart.across(), "across")),
                                "Values",
                                measures(chart))),
                "SortConfiguration",
                object(
                        "HeatMapRowSort",
                        List.of(ordered(fieldId(chart, "by"), "ASC")),
                        "HeatMapColumnSort",
                        List.of(ordered(fieldId(chart, "across"), "ASC"))),
                "RowLabelOptions",
                label(chart, chart.by(), "by"),
                "ColumnLabelOptions",
                label(chart, chart.across(), "across"),
                "ColorScale",
                object(
                        "ColorFillType",
                        "GRADIENT",
                        "Colors",
                        List.of(object("Color", "#EEF4F8"), object("Color", "#1F5C7A"))),
                "Legend",
                VISIBLE,
                "DataLabels",
                VISIBLE);
    }

    private Map<String, Object> table(Chart chart) {
        return object(
                "FieldWells",
                object("TableAggregatedFieldWells", object("GroupBy", by(chart), "Values", measures(chart))),
                "SortConfiguration",
                object("RowSort", sort(chart)),
                "FieldOptions",
                object(
                        "SelectedFieldOptions",
                        List.of(object("FieldId", fieldId(chart, "by"), "CustomLabel", plain(chart.by())))));
    }

    private List<Object> by(Chart chart) {
        return List.of(dimension(chart, chart.by(), "by"));
    }

    private Map<String, Object> dimension(Chart chart, String name, String place) {
        Map<String, Object> field = object("FieldId", fieldId(chart, place), "Column", column(chart.table(), name));
        return switch (type(chart.table(), name)) {
            case STRING -> object("CategoricalDimensionField", field);
            case DATETIME -> {
                field.put("DateGranularity", chart.every().name());
                yield object("DateDimensionField", field);
            }
            default -> object("NumericalDimensionField", field);
        };
    }

    private ColumnType type(String table, String name) {
        // A field by which a chart is divided is a text.
        return tables.get(table).fields().containsKey(name)
                ? ColumnType.STRING
                : ColumnType.of(TableContract.read(table), name);
    }

    private List<Object> measures(Chart chart) {
        return IntStream.range(0, chart.values().size())
                .<Object>mapToObj(i -> measure(chart, i))
                .toList();
    }

    /** The field aggregates itself, so no function stands here. */
    private Map<String, Object> measure(Chart chart, int index) {
        String name = chart.values().get(index);
        Field field = tables.get(chart.table()).fields().get(name);
        return object(
                "NumericalMeasureField",
                object(
                        "FieldId",
                        fieldId(chart, "value-" + (index + 1)),
                        "Column",
                        column(chart.table(), name),
                        "FormatConfiguration",
                        object("FormatConfiguration", number(field.format()))));
    }

    private static Map<String, Object> number(Dashboard.Format format) {
        Map<String, Object> separators = object(
                "ThousandsSeparator", object("Symbol", "COMMA", "Visibility", "VISIBLE"));
        return switch (format) {
            case PERCENT ->
                object("PercentageDisplayFormatConfiguration", object("DecimalPlacesConfiguration", places(1)));
            case DECIMAL ->
                object(
                        "NumberDisplayFormatConfiguration",
                        object("DecimalPlacesConfiguration", places(1), "SeparatorConfiguration", separators));
            default ->
                object(
                        "NumberDisplayFormatConfiguration",
                        object("DecimalPlacesConfiguration", places(0), "SeparatorConfiguration", separators));
        };
    }

    private static Map<String, Object> places(int places) {
        return object("DecimalPlaces", places);
    }

    /** Categories by size, times and places in their own order. */
    private static List<Object> sort(Chart chart) {
        boolean bySize = chart.kind() == Kind.BARS || chart.kind() == Kind.PIE || chart.kind() == Kind.TABLE;
        return List.of(ordered(
                fieldId(chart, bySize ? "value-1" : "by"), bySize && !chart.ascending() ? "DESC" : "ASC"));
    }

    private static Map<String, Object> ordered(String fieldId, String direction) {
        return object("FieldSort", object("FieldId", fieldId, "Direction", direction));
    }

    private static Map<String, Object> limit(Chart chart, String others) {
        return chart.top() == null ? null : object("ItemsLimit", chart.top(), "OtherCategories", others);
    }

    /** The axis of numbers bears the name of the field, or of what several have in common. */
    private static Map<String, Object> axis(Chart chart) {
        return label(chart, chart.axis() == null ? chart.values().get(0) : chart.axis(), "value-1");
    }

    private static Map<String, Object> label(Chart chart, String label, String place) {
        String name =
                switch (place) {
                    case "by" -> chart.by();
                    case "across" -> chart.across();
                    default -> chart.values().get(0);
                };
        return object(
                "Visibility",
                "VISIBLE",
                "AxisLabelOptions",
                List.of(object(
                        "CustomLabel",
                        plain(label),
                        "ApplyTo",
                        object("FieldId", fieldId(chart, place), "Column", column(chart.table(), name)))));
    }

    private static Map<String, Object> legend(Chart chart) {
        return chart.values().size() > 1 ? VISIBLE : HIDDEN;
    }

    private static String plain(String name) {
        return name.replace('_', ' ');
    }

    private static String fieldId(Chart chart, String place) {
        return chart.id() + "." + place;
    }
}
