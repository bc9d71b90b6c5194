package com.recipechatbot.analytics.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a table promises its readers: grain, key, columns with types and comments, who may read it and how long it
 * is kept. Read from the table's {@code columns.sql}, the only place where this is defined.
 *
 * @param name the table's name and its folder below {@code metrics/}
 * @param area the folder of the lake, hence the role that may read it: one of {@link #AREAS}
 * @param grain what one row is about
 * @param question what the table answers
 * @param key the columns that identify a row, in the order in which rows are shown
 * @param partition the column by which files are partitioned, or null
 * @param statistics the columns whose minimum and maximum the Delta log may hold in clear
 * @param retention how long rows are kept, as documented for readers
 * @param smallCounts what protects counts of few users, or why nothing needs to; null in tables that are not published
 * @param texts the rule of each text, by column and field such as {@code turns.role}
 */
public record TableContract(
        String name,
        String area,
        String grain,
        String question,
        List<String> key,
        String partition,
        List<String> statistics,
        String retention,
        String smallCounts,
        Map<String, TextRule> texts,
        List<Column> columns) {

    /** Published tables name nobody. No role but that of the jobs reads both of the others: {@code linked} has the pseudonyms of users that outlast a day. */
    public static final List<String> AREAS = List.of("published", "restricted", "linked");

    /**
     * One column.
     *
     * @param type a Spark SQL type, as written in the DDL
     */
    public record Column(String name, String type, String comment) {}

    /**
     * Reads {@code metrics/<name>/columns.sql} from the class path: first {@code -- field: value} lines, then one
     * column on each line.
     *
     * @throws IllegalStateException when the file is missing or a line cannot be read: a mistake in the build
     */
    public static TableContract read(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<Column> columns = new ArrayList<>();
        for (String line : resource("/metrics/" + name + "/columns.sql").lines().toList()) {
            if (line.startsWith("--")) {
                String[] field = line.substring(2).split(":", 2);
                fields.put(field[0].strip(), field[1].strip());
            } else if (!line.isBlank()) {
                columns.add(column(name, line.strip()));
            }
        }
        return new TableContract(
                name,
                required(name, fields, "area"),
                required(name, fields, "grain"),
                required(name, fields, "question"),
                names(required(name, fields, "key")),
                fields.get("partition"),
                names(fields.getOrDefault("statistics", "")),
                required(name, fields, "retention"),
                fields.get("small counts"),
                TextRule.parse(fields.getOrDefault("texts", "")),
                List.copyOf(columns));
    }

    /** The text of a file on the class path; SQL is kept in files of its own. */
    public static String resource(String path) {
        try (InputStream file = TableContract.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(
                        "Cannot find %s on the class path. Build the jar again.".formatted(path));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first day whose rows are still kept on a given day; empty when all are. */
    public Optional<LocalDate> firstDayKept(LocalDate asOf) {
        return Retention.parse(retention).firstKept(asOf);
    }

    /** The columns as a Spark DDL schema, without comments. */
    public String schemaDdl() {
        return columns.stream()
                .map(column -> "`" + column.name() + "` " + column.type())
                .collect(Collectors.joining(", "));
    }

    public boolean has(String column) {
        return columns.stream().anyMatch(present -> present.name().equals(column));
    }

    public boolean isPublished() {
        return area.equals(AREAS.get(0));
    }

    /** The location of the table, relative to the lake. */
    public String location() {
        return area + "/" + name;
    }

    private static Column column(String table, String line) {
        int typeStart = line.indexOf(' ');
        int comment = line.indexOf(" COMMENT '");
        int end = line.lastIndexOf('\'');
        if (typeStart < 0 || comment < typeStart || end <= comment + 10) {
            throw new IllegalStateException(
                    "Cannot read a column of %s: expected \"name TYPE COMMENT 'text',\" but found \"%s\"."
                            .formatted(table, line));
        }
        return new Column(
                line.substring(0, typeStart),
                line.substring(typeStart, comment).strip(),
                line.substring(comment + 10, end).replace("''", "'"));
    }

    private static String required(String table, Map<String, String> fields, String field) {
        String value = fields.get(field);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException(
                    "Cannot read the columns of %s: the line \"-- %s: ...\" is missing.".formatted(table, field));
        }
        return value;
    }

    private static List<String> names(String list) {
        return list.isBlank() ? List.of() : List.of(list.strip().split("\\s*,\\s*"));
    }
}
