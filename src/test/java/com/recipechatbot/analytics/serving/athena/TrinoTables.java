package com.recipechatbot.analytics.serving.athena;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Athena's statements in Trino's syntax: it has the same tables, but no Hive DDL. Nothing is added, and nothing is
 * ignored.
 */
final class TrinoTables {

    private static final Pattern LOCATION = Pattern.compile("LOCATION '([^']+)'");
    private static final Pattern COLUMN = Pattern.compile("(?m)^  (`?\\w+`?) ([a-z<>,]+) COMMENT");
    private static final Pattern PARTITIONS = Pattern.compile("PARTITIONED BY \\(([^)]+)\\)");
    private static final Pattern PROJECTION = Pattern.compile("'projection\\.(\\w+)\\.(\\w+)' = '([^']+)'");

    private TrinoTables() {}

    static String statement(AthenaTable table, String lake) {
        String hive = table.statement(lake);
        String location = only(LOCATION, hive);
        if (hive.contains("'table_type' = 'DELTA'")) {
            return "CALL delta.system.register_table('chat', '%s', '%s')".formatted(table.name(), location);
        }
        List<String> columns = new ArrayList<>();
        COLUMN.matcher(hive)
                .results()
                .forEach(column -> columns.add(column.group(1).replace('`', '"') + " " + type(column.group(2))));
        List<String> partitions = new ArrayList<>();
        for (String partition : only(PARTITIONS, hive).split(", ")) {
            String[] part = partition.split(" ");
            partitions.add("'" + part[0] + "'");
            columns.add("%s %s WITH (%s)".formatted(part[0], type(part[1]), projection(part[0], hive)));
        }
        return "CREATE TABLE hive.chat.%s (%s) WITH (format = '%s', partitioned_by = ARRAY[%s], partition_projection_enabled = %s, external_location = '%s')"
                .formatted(
                        table.name(),
                        String.join(", ", columns),
                        hive.contains("org.openx.data.jsonserde.JsonSerDe") ? "OPENX_JSON" : "JSON",
                        String.join(", ", partitions),
                        hive.contains("'projection.enabled' = 'true'"),
                        location);
    }

    private static String projection(String column, String hive) {
        return PROJECTION
                .matcher(hive)
                .results()
                .filter(property -> property.group(1).equals(column))
                .map(property -> "partition_projection_" + property.group(2) + " = "
                        + value(property.group(2), property.group(3)))
                .collect(Collectors.joining(", "));
    }

    private static String value(String property, String text) {
        return switch (property) {
            case "type" -> "'" + text.toUpperCase(java.util.Locale.ROOT) + "'";
            case "range" -> "ARRAY['" + text.replace(",", "', '") + "']";
            case "digits" -> text;
            default -> throw new IllegalArgumentException("Cannot say projection." + property + " in Trino's words.");
        };
    }

    private static String type(String hive) {
        return hive.replace("string", "varchar")
                .replaceAll("\\bint\\b", "integer")
                .replace("<", "(")
                .replace(">", ")");
    }

    private static String only(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("Cannot find " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
