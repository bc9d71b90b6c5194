package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.Catalog;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.run.Session;
import com.recipechatbot.analytics.tables.TableContract;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** {@code --catalog}: the database of a Hive metastore in which the tables are registered, if any. */
public final class CatalogOption {

    @Option(
            names = "--catalog",
            paramLabel = "DATABASE",
            description =
                    "Also register the published tables in this database of the Hive metastore, and the others in DATABASE_restricted and "
                            + "DATABASE_linked, so that SQL finds them by name: the Glue Data Catalog on EMR (its role needs permissions for that: src/site/markdown/deploy.md), elsewhere the one at "
                            + "spark.hadoop.javax.jdo.option.ConnectionURL (by default Derby, in the working directory). "
                            + "Creates missing databases and tables; drops and changes nothing. Default: no catalog.")
    private String database;

    /** A session that can register tables if it has to. */
    public SparkSession session(String job) {
        return isGiven() ? Session.openWithHive(job) : Session.open(job);
    }

    private boolean isGiven() {
        return database != null;
    }

    /** Called before the first write. */
    public void requireNames(SparkSession spark, Lake lake) {
        if (isGiven()) {
            catalog(spark, lake).requireNames(tables());
        }
    }

    /** Registers the tables that exist by now. */
    public void register(SparkSession spark, Lake lake) {
        if (isGiven()) {
            catalog(spark, lake).register(tables());
        }
    }

    private Catalog catalog(SparkSession spark, Lake lake) {
        if (!database.matches("[A-Za-z0-9_]+")) {
            throw new UsageException(
                    "Cannot use --catalog %s: the name of a database consists of letters, digits and underscores."
                            .formatted(database));
        }
        return new Catalog(spark, lake, database);
    }

    private static List<TableContract> tables() {
        return MetricTable.contracts();
    }
}
