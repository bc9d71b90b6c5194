package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.keys.KeyRing;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/** Runs jobs with {@code --catalog} in a process of its own, because the session of the tests has no Hive. */
final class HiveCatalogRun {

    private HiveCatalogRun() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        String lake = folder.resolve("lake").toString();
        new TestExport(folder.resolve("export"))
                .day("2025-01-06", TestExport.message("c1", "2025-01-06T10:00:00", "ann", "user", "Good morning!"));
        KeyRing.create(folder.resolve("keys"));
        say("first "
                + RootCommand.run(
                        "backfill",
                        "--input=" + folder.resolve("export"),
                        "--lake=" + lake,
                        "--keys=" + folder.resolve("keys"),
                        "--from=2025-01-06",
                        "--to=2025-01-06",
                        "--catalog=chat"));
        SparkSession spark = SparkSession.active();
        say("implementation " + spark.conf().get("spark.sql.catalogImplementation"));
        say("tables " + tables(spark, "spark_catalog.chat"));
        say("restricted " + tables(spark, "spark_catalog.chat_restricted"));
        say("linked " + tables(spark, "spark_catalog.chat_linked"));
        say("days "
                + spark.sql("SELECT count(*) FROM spark_catalog.chat.daily_metrics")
                        .first()
                        .getLong(0));
        spark.sql("CREATE TABLE spark_catalog.chat.mine (x INT) USING parquet");
        long version = version(spark, lake, MetricTable.CONVERSATION_PARTS);
        long made = made(spark);
        say("again " + week(lake, "chat"));
        say("made again " + (made(spark) != made));
        say("tables " + tables(spark, "spark_catalog.chat"));
        say("versions " + (version(spark, lake, MetricTable.CONVERSATION_PARTS) - version));

        spark.sql("CREATE DATABASE other");
        spark.sql("CREATE TABLE other.daily_metrics (x INT) USING parquet");
        say("taken " + week(lake, "other"));
        say("tables " + tables(spark, "other"));
        // The name is that of another lake's table, which is found before the week is written.
        spark.sql("CREATE DATABASE elsewhere");
        spark.sql("CREATE TABLE elsewhere.weekly_metrics (x INT) USING delta LOCATION '%s'"
                .formatted(folder.resolve("elsewhere")));
        long before = version(spark, lake, MetricTable.WEEKLY_METRICS);
        say("elsewhere " + week(lake, "elsewhere"));
        say("versions " + (version(spark, lake, MetricTable.WEEKLY_METRICS) - before));
        say("name " + week(lake, "no-name"));
        spark.stop();
    }

    private static int week(String lake, String database) {
        return RootCommand.run("weekly-metrics", "--lake=" + lake, "--week=2025-W02", "--catalog=" + database);
    }

    private static long version(SparkSession spark, String lake, MetricTable table) {
        return DeltaLog.forTable(spark, lake + "/" + table.contract().location())
                .update(false, scala.Option.empty(), scala.Option.empty())
                .version();
    }

    /** When the name was given, to the second. */
    private static long made(SparkSession spark) {
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .sharedState()
                .externalCatalog()
                .getTable("chat", "daily_metrics")
                .createTime();
    }

    private static String tables(SparkSession spark, String database) {
        return spark
                .sql("SHOW TABLES IN " + database)
                .where("NOT isTemporary")
                .select("tableName")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList()
                .toString();
    }

    private static void say(String line) {
        System.out.println("SAID " + line);
    }
}
