package com.recipechatbot.analytics.serving.quicksight;

import com.recipechatbot.analytics.tables.TableContract;

/** Column types in a QuickSight data set. QuickSight silently drops columns of any other type. */
enum ColumnType {
    STRING,
    INTEGER,
    DECIMAL,
    DATETIME,
    /** 0 or 1 in filters and expressions. */
    BIT;

    /** @throws IllegalStateException when the column is of a type that QuickSight cannot show */
    static ColumnType of(TableContract table, String column) {
        String type = table.columns().stream()
                .filter(found -> found.name().equals(column))
                .findFirst()
                .orElseThrow()
                .type();
        return switch (type) {
            case "STRING" -> STRING;
            case "INT", "BIGINT" -> INTEGER;
            case "DOUBLE" -> DECIMAL;
            case "DATE", "TIMESTAMP" -> DATETIME;
            case "BOOLEAN" -> BIT;
            default ->
                throw new IllegalStateException(
                        "Cannot show %s.%s in QuickSight: type %s is not supported. Use another column."
                                .formatted(table.name(), column, type));
        };
    }
}
