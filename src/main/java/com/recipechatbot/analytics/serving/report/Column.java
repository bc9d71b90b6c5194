package com.recipechatbot.analytics.serving.report;

/**
 * A column of a figure, named as in its SQL.
 *
 * @param label its heading for readers
 */
record Column(String name, String label, Format format) {

    /** How its values are written. */
    enum Format {
        DAY,
        WEEK,
        MONTH,
        COUNT,
        DECIMAL,
        /** A share between 0 and 1, shown as a percentage. */
        PERCENT,
        TEXT,
        /** A name in snake_case, of a category or tool. */
        TERM,
        FLAG,
        /** 1 for Monday to 7 for Sunday. */
        WEEKDAY,
        /** 0 to 23. */
        HOUR
    }
}
