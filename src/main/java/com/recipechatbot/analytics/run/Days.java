package com.recipechatbot.analytics.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets of days, from SQL to Java and back. They are small: at most the days of a table's retention. */
public final class Days {

    private Days() {}

    /** The distinct values of the column {@code day}. */
    public static SortedSet<LocalDate> of(Dataset<Row> rows) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Row row : rows.selectExpr("unix_date(day) AS day").distinct().collectAsList()) {
            days.add(LocalDate.ofEpochDay(row.getInt(0)));
        }
        return days;
    }

    /** The values of the column {@code day} of rows that the driver holds. */
    static SortedSet<LocalDate> ofFew(Dataset<Row> rows) {
        return rows.selectExpr("unix_date(day) AS day").collectAsList().stream()
                .map(row -> LocalDate.ofEpochDay(row.getInt(0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** SQL that is true for the rows of these days. */
    static String condition(String column, Collection<LocalDate> days) {
        return column + days.stream().map(day -> "DATE '" + day + "'").collect(Collectors.joining(", ", " IN (", ")"));
    }
}
