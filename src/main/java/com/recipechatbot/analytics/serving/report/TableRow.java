package com.recipechatbot.analytics.serving.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A row, accessed by column name. A column that is missing from an older lake reads as null. */
record TableRow(Map<String, Integer> places, List<Object> values) {

    LocalDate day(String column) {
        return (LocalDate) value(column);
    }

    Instant time(String column) {
        return (Instant) value(column);
    }

    String text(String column) {
        return (String) value(column);
    }

    /** An array of structs; empty for null. */
    List<Map<?, ?>> structs(String column) {
        List<Map<?, ?>> structs = new ArrayList<>();
        if (value(column) instanceof List<?> elements) {
            elements.forEach(element -> structs.add((Map<?, ?>) element));
        }
        return structs;
    }

    boolean flag(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** Of a row of daily_metrics: {@code complete}, {@code open}, or {@code no records}, which says as little as an open day. */
    String dayState() {
        Double messages = number("messages");
        return !flag("is_complete") ? "open" : messages != null && messages == 0 ? "no records" : "complete";
    }

    boolean isWholeDay() {
        return dayState().equals("complete");
    }

    /** A count, with 0 for null; for columns that are only summed. */
    long count(String column) {
        return value(column) instanceof Number number ? number.longValue() : 0;
    }

    /** A number, or null if unknown. */
    Double number(String column) {
        return value(column) instanceof Number number ? number.doubleValue() : null;
    }

    private Object value(String column) {
        Integer place = places.get(column);
        return place == null ? null : values.get(place);
    }
}
