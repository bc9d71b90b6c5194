package com.recipechatbot.analytics.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A row as a line of {@code expected.csv}: null is empty, a time is UTC, a fraction has at most nine digits, the elements
 * of a list or map are separated by {@code |} and the fields of a structure by {@code :}.
 */
final class RowText {

    private RowText() {}

    static String of(Row row) {
        return fields(row, ",");
    }

    private static String fields(Row row, String separator) {
        return IntStream.range(0, row.size())
                .mapToObj(index -> text(row.get(index)))
                .collect(Collectors.joining(separator));
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .setScale(9, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (value instanceof Row structure) {
            return fields(structure, ":");
        }
        if (value instanceof scala.Tuple2<?, ?> entry) {
            return text(entry._1()) + ":" + text(entry._2());
        }
        if (value instanceof Iterable<?> elements) {
            return CollectionConverters.asJava(elements.toSeq()).stream()
                    .map(RowText::text)
                    .collect(Collectors.joining("|"));
        }
        return value.toString();
    }
}
