package com.recipechatbot.analytics.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The same records many times in one export: at first in their own order, then in shuffled ones. The cases share no user,
 * no conversation and no day, and lie so far apart that none sees another.
 *
 * @param mondays on which the cases begin; the first is that of a case before them, which gives the others a past
 * @param folders the number of day folders of each case
 */
record ShuffledCases(List<LocalDate> mondays, int folders) {

    /** What tells when and from where a row came, and ids, which differ from case to case on purpose. */
    private static final Set<String> NOT_COMPARED =
            Set.of("source_id", "revision", "conversation_key", "user_day_key", "message_key");

    /** So far ahead a table of cohorts looks without seeing the next case. */
    private static final int WEEKS_APART = 7;

    /** How many cases there are beside the one in order. */
    int shuffles() {
        return mondays.size() - 2;
    }

    LocalDate lastDay() {
        return mondays.get(mondays.size() - 1).plusDays(ShuffledExport.DAYS - 1L);
    }

    /** @param seed other seeds, other orders */
    void write(Path root, int seed) throws IOException {
        ShuffledExport export = new ShuffledExport(root, folders);
        export.writeInOrder("before-", mondays.get(0));
        export.writeInOrder("0-", mondays.get(1));
        for (int shuffle = 1; shuffle <= shuffles(); shuffle++) {
            export.writeShuffled(shuffle + "-", mondays.get(shuffle + 1), new Random(seed + shuffle));
        }
    }

    /** The rows of a table by the number of the case, as text in which only days count from the case's own Monday. */
    Map<Integer, List<String>> rows(SparkSession spark, Dataset<Row> table) {
        StructField[] columns = table.schema().fields();
        Dataset<Row> cases = spark.createDataFrame(
                IntStream.rangeClosed(0, shuffles())
                        .mapToObj(number -> RowFactory.create(number, Date.valueOf(mondays.get(number + 1))))
                        .toList(),
                StructType.fromDDL("number INT, monday DATE"));
        // A month begins some days before the case.
        String isOfTheCase =
                "at BETWEEN date_sub(monday, 5) AND date_add(monday, %d)".formatted(ShuffledExport.DAYS - 1);
        return table
                .withColumn("at", expr("CAST(%s AS DATE)".formatted(time(columns))))
                .join(cases, expr(isOfTheCase))
                .where(
                        table.schema().getFieldIndex("weeks_since").isDefined()
                                ? "weeks_since < " + WEEKS_APART
                                : "true")
                .selectExpr(Stream.concat(
                                Stream.of("number"),
                                Stream.of(columns)
                                        .filter(column -> !NOT_COMPARED.contains(column.name()))
                                        .map(ShuffledCases::fromMonday))
                        .toArray(String[]::new))
                .collectAsList()
                .stream()
                .collect(groupingBy(row -> row.getInt(0), TreeMap::new, mapping(ShuffledCases::text, toList())));
    }

    /** The column that tells when. */
    private static String time(StructField[] columns) {
        return Stream.of("date", "timestamp")
                .flatMap(type -> Stream.of(columns)
                        .filter(column -> column.dataType().typeName().equals(type)))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static String fromMonday(StructField column) {
        return switch (column.dataType().typeName()) {
            case "date" -> "datediff(%s, monday) AS %1$s".formatted(column.name());
            case "timestamp" -> "CAST(%s - CAST(monday AS TIMESTAMP) AS STRING) AS %1$s".formatted(column.name());
            default -> column.name();
        };
    }

    private static String text(Row row) {
        String withNumber = RowText.of(row);
        return withNumber.substring(withNumber.indexOf(',') + 1);
    }
}
