package com.recipechatbot.analytics.lake;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The names under which a database of the session's catalog knows the tables of a lake. They point to where the tables
 * lie; nothing is dropped, moved or changed, and what bears such a name already and lies elsewhere is left alone.
 */
public record Catalog(SparkSession spark, Lake lake, String database) {

    /** @throws LakeException when one of the names belongs to something else */
    public void requireNames(Collection<TableContract> tables) {
        if (spark.catalog().databaseExists(wholeDatabase())) {
            tables.forEach(this::isRegistered);
        }
    }

    /**
     * Gives a name to each table that is there and has none.
     *
     * @throws LakeException when one of the names belongs to something else
     */
    public void register(Collection<TableContract> tables) {
        spark.sql("CREATE DATABASE IF NOT EXISTS " + wholeDatabase());
        for (TableContract table : tables) {
            if (lake.exists(table) && !isRegistered(table)) {
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
                // Columns come first, and may bear these names, too.
                .collect(Collectors.toMap(
                        row -> row.getString(0), row -> row.getString(1), (column, property) -> property));
        Optional<Path> location = Optional.ofNullable(present.get("Location")).map(Path::new);
        if (!"delta".equalsIgnoreCase(present.get("Provider"))
                || location.filter(new Path(location(table))::equals).isEmpty()) {
            throw new LakeException(
                    "Cannot register %s: the catalog has something else of that name, at %s. Give --catalog another database."
                            .formatted(name(table), location.map(Path::toString).orElse("no place of its own")));
        }
        return true;
    }

    private String name(TableContract table) {
        return wholeDatabase() + "." + table.name();
    }

    /** A short name could be that of another catalog, such as {@code chat}, which holds the functions. */
    private String wholeDatabase() {
        return "spark_catalog." + database;
    }

    private String location(TableContract table) {
        return lake.folder().whole(table.location());
    }
}
