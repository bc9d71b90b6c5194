package com.recipechatbot.analytics.serving.quicksight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the dashboard shows, from {@code emr/quicksight/dashboard.json}; the comment there explains the names. */
record Dashboard(Map<String, Table> tables, List<Sheet> sheets) {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final Pattern COLUMN = Pattern.compile("\\{([^}]+)}");

    /** @param age days between a row and the newest row: 0 or more for rows that may be shown */
    record Table(String age, Map<String, Field> fields) {}

    /** A calculated field: {@code is} is its expression in QuickSight's language. */
    record Field(String is, Format format) {

        boolean isNumber() {
            return format != Format.TEXT;
        }
    }

    enum Format {
        COUNT,
        DECIMAL,
        /** A share: 0.25 is shown as 25 %. */
        PERCENT,
        TEXT
    }

    record Sheet(String id, String name, String question, List<Chart> charts) {}

    record Chart(
            String id,
            Kind kind,
            String title,
            String note,
            String table,
            String by,
            String across,
            Granularity every,
            List<String> values,
            String axis,
            Rows rows,
            Map<String, Object> only,
            Map<String, Object> without,
            boolean ascending,
            Integer top,
            int width,
            int height) {

        Chart {
            every = every == null ? Granularity.DAY : every;
            rows = rows == null ? Rows.RECENT : rows;
            only = only == null ? Map.of() : only;
            without = without == null ? Map.of() : without;
            values = values == null ? List.of() : values;
        }

        /** The columns and fields of its table that the chart uses. */
        Stream<String> names() {
            return Stream.of(
                            Stream.ofNullable(by),
                            Stream.ofNullable(across),
                            values.stream(),
                            only.keySet().stream(),
                            without.keySet().stream())
                    .flatMap(names -> names);
        }
    }

    enum Kind {
        KPI,
        LINE,
        COLUMNS,
        STACKED,
        BARS,
        PIE,
        HEATMAP,
        TABLE
    }

    enum Granularity {
        DAY,
        WEEK,
        MONTH
    }

    enum Rows {
        RECENT,
        NEWEST,
        ALL
    }

    /**
     * @throws IllegalStateException when the file cannot be read (the message gives the line) or names something that
     *     does not exist
     */
    static Dashboard read() {
        return parse(TableContract.resource("/quicksight/dashboard.json"));
    }

    static Dashboard parse(String json) {
        try {
            Dashboard dashboard = MAPPER.readValue(json, Dashboard.class);
            dashboard.charts().forEach(dashboard::check);
            return dashboard;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot read emr/quicksight/dashboard.json: %s".formatted(e.getMessage()), e);
        }
    }

    Stream<Chart> charts() {
        return sheets.stream().flatMap(sheet -> sheet.charts().stream());
    }

    /** The columns of a table that charts need, in the table's order. */
    List<TableContract.Column> columns(String table) {
        Set<String> used = new TreeSet<>(columnsIn(tables.get(table).age()));
        charts().filter(chart -> chart.table().equals(table))
                .flatMap(Chart::names)
                .forEach(name -> {
                    Field field = tables.get(table).fields().get(name);
                    used.addAll(field == null ? Set.of(name) : columnsIn(field.is()));
                });
        return TableContract.read(table).columns().stream()
                .filter(column -> used.contains(column.name()))
                .toList();
    }

    /** The columns that an expression uses, written as <code>{day}</code>. */
    static Set<String> columnsIn(String expression) {
        Set<String> names = new TreeSet<>();
        COLUMN.matcher(expression).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private void check(Chart chart) {
        Table table = tables.get(chart.table());
        require(chart, table != null, "\"tables\" does not contain %s; add it, with its age".formatted(chart.table()));
        require(chart, chart.kind() != null && chart.title() != null, "it needs a kind and a title");
        require(chart, chart.width() > 0 && chart.height() > 0, "it needs a width (36 is a whole row) and a height");
        require(chart, chart.kind() == Kind.KPI || chart.by() != null, "it needs \"by\"");
        require(chart, chart.kind() != Kind.HEATMAP || chart.across() != null, "it needs \"across\"");
        for (String value : chart.values()) {
            Field field = table.fields().get(value);
            require(
                    chart,
                    field != null && field.isNumber(),
                    "'%s' is not a numeric field of %s".formatted(value, chart.table()));
        }
        TableContract contract = TableContract.read(chart.table());
        chart.names()
                .forEach(name -> require(
                        chart,
                        contract.has(name) || table.fields().containsKey(name),
                        "'%s' is neither a column nor a field of %s".formatted(name, chart.table())));
    }

    private static void require(Chart chart, boolean holds, String cause) {
        if (!holds) {
            throw new IllegalStateException(
                    "Cannot draw '%s' of emr/quicksight/dashboard.json: %s.".formatted(chart.id(), cause));
        }
    }
}
