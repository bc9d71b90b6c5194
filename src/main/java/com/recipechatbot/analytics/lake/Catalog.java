package com.recipechatbot.analytics.lake;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The names of a lake's tables in the session's catalog: the published ones in a database, those of each other area in one
 * of its own, such as {@code chat_linked}, so that a permission for a database is one for an area. They point to the
 * tables' locations; nothing is dropped, moved or changed, and an existing table of the same name at another location is left
 * alone.
 */
public record Catalog(SparkSession spark, Lake lake, String database) {

    /** @throws LakeException when one of the names is used for something else */
    public void requireNames(Collection<TableContract> tables) {
        for (TableContract table : tables) {
            if (spark.catalog().databaseExists(databaseOf(table))) {
                isRegistered(table);
            }
        }
    }

    /**
     * Registers each existing table that is not registered yet.
     *
     * @throws LakeException when one of the names is used for something else
     */
    public void register(Collection<TableContract> tables) {
        for (TableContract table : tables) {
            if (!lake.exists(table)) {
                continue;
            }
            if (!spark.catalog().databaseExists(databaseOf(table))) {
                spark.sql("CREATE DATABASE IF NOT EXISTS " + databaseOf(table));
            }
            if (!isRegistered(table)) {
                spark.sql("CREATE TABLE %s USING delta LOCATION '%s'"
                        .formatted(
                                name(table),
                                location(table).replace("\\", "\\\\").replace("'", "\\'")));
            }
        }
    }

    private boolean isRegistered(TableContract table) {
        if (!spark.catalog().tableExists(name(table))) {
            return false;
        }
        Map<String, String> present = spark.sql("DESCRIBE TABLE EXTENDED " + name(table)).collectAsList().stream()
                .filter(row ->
                        row.getString(0).equals("Location") || row.getString(0).equals("Provider"))
                // Columns are listed first, and may have these names too.
                .collect(Collectors.toMap(
                        row -> row.getString(0), row -> row.getString(1), (column, property) -> property));
        Optional<Path> location = Optional.ofNullable(present.get("Location")).map(Path::new);
        if (!"delta".equalsIgnoreCase(present.get("Provider"))
                || location.filter(new Path(location(table))::equals).isEmpty()) {
            throw new LakeException(
                    "Cannot register %s: the catalog has something else with that name, at %s. Give --catalog another database."
                            .formatted(name(table), location.map(Path::toString).orElse("no location")));
        }
        return true;
    }

    private String name(TableContract table) {
        return databaseOf(table) + "." + table.name();
    }

    /** A short name could refer to another catalog, such as {@code chat}, which holds the functions. */
    private String databaseOf(TableContract table) {
        return "spark_catalog." + database + (table.isPublished() ? "" : "_" + table.area());
    }

    private String location(TableContract table) {
        return lake.folder().whole(table.location());
    }
}
