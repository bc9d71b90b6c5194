package com.recipechatbot.analytics.serving.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Everything the page shows, for each period that it offers, as the JSON that its script draws. */
final class PageData {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PageData() {}

    static ObjectNode of(PublishedTables tables, List<Chart> charts, ZoneId zone, Instant madeAt, Targets targets) {
        List<Period> periods = Period.of(tables.days().keySet());
        ObjectNode page = JSON.objectNode();
        page.put("zone", zone.getId());
        page.put("minUsers", tables.minUsers());
        page.put("madeAt", madeAt.toString());
        if (!periods.isEmpty()) {
            page.put("span", Words.range(tables.days().firstKey(), tables.days().lastKey()));
            page.put("firstPeriod", Period.first(periods).id());
        }
        ArrayNode offered = page.putArray("periods");
        ObjectNode tiles = page.putObject("tiles");
        ObjectNode warnings = page.putObject("warnings");
        LocalDate today = madeAt.atZone(zone).toLocalDate();
        for (Period period : periods) {
            offered.addObject()
                    .put("id", period.id())
                    .put("label", period.label())
                    .put("from", period.from().toString())
                    .put("to", period.to().toString())
                    .put("isOneWeek", period.isOneWeek());
            tiles.set(period.id(), node(Tiles.of(tables, period)));
            ArrayNode said = warnings.putArray(period.id());
            Warnings.of(tables, period, today).forEach(said::add);
        }
        ObjectNode marks = page.putObject("marks");
        Warnings.marks(tables).forEach((day, texts) -> {
            ArrayNode ofDay = marks.putArray(day.toString());
            texts.forEach(ofDay::add);
        });
        ArrayNode drawn = page.putArray("charts");
        for (Chart chart : charts) {
            ObjectNode node = node(chart, tables, periods);
            Double target = targets.values().get(chart.drawing().metric());
            if (target != null && chart.drawing().isTrend()) {
                node.put("target", target);
            }
            drawn.add(node);
        }
        return page;
    }

    private static ObjectNode node(Tiles tiles) {
        ObjectNode node = JSON.objectNode().put("heading", tiles.heading());
        ArrayNode list = node.putArray("tiles");
        for (Tile tile : tiles.tiles()) {
            list.addObject()
                    .put("label", tile.label())
                    .put("value", tile.value())
                    .put("change", tile.change())
                    .put("direction", tile.direction())
                    .put("note", tile.note());
        }
        return node;
    }

    private static ObjectNode node(Chart chart, PublishedTables tables, List<Period> periods) {
        ObjectNode node = JSON.objectNode()
                .put("id", chart.id())
                .put("section", chart.section())
                .put("title", chart.title())
                .put("sql", chart.sql());
        ArrayNode columns = node.putArray("columns");
        for (Column column : chart.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("label", column.label())
                    .put("format", column.format().name().toLowerCase(Locale.ROOT));
        }
        Drawing drawing = chart.drawing();
        ObjectNode drawn = node.putObject("drawing")
                .put("kind", drawing.kind())
                .put("along", drawing.along())
                .put("unit", drawing.unit());
        ArrayNode values = drawn.putArray("values");
        drawing.values().forEach(values::add);
        ObjectNode figures = node.putObject("figures");
        for (Period period : periods) {
            Figure figure = chart.figure(tables, period);
            ObjectNode shown = figures.putObject(period.id()).put("reading", figure.reading());
            ArrayNode rows = shown.putArray("rows");
            figure.rows().forEach(row -> rows.add(cells(row)));
        }
        return node;
    }

    private static ArrayNode cells(List<Object> row) {
        ArrayNode cells = JSON.arrayNode();
        for (Object value : row) {
            if (value == null) {
                cells.addNull();
            } else if (value instanceof Double number) {
                cells.add(Words.shown(number));
            } else if (value instanceof Number number) {
                cells.add(number.longValue());
            } else if (value instanceof Boolean flag) {
                cells.add(flag);
            } else {
                cells.add(value.toString());
            }
        }
        return cells;
    }
}
