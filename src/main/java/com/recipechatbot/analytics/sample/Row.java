package com.recipechatbot.analytics.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row of an expected table: columns in order, with texts, numbers, booleans, maps and nulls. */
final class Row {

    private final Map<String, Object> columns = new LinkedHashMap<>();

    /** @param value what JSON shows as it is; days as ISO text */
    Row with(String column, Object value) {
        boolean isKept =
                value == null || value instanceof Number || value instanceof Boolean || value instanceof Map<?, ?>;
        columns.put(column, isKept ? value : value.toString());
        return this;
    }

    /** Adds a ratio that is null, not 0, where there is nothing to divide by. */
    Row withRatio(String column, long part, long whole) {
        return with(column, whole == 0 ? null : (double) part / whole);
    }

    Map<String, Object> columns() {
        return Collections.unmodifiableMap(columns);
    }
}
