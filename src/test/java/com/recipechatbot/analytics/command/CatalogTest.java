package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.metrics.MetricTable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables in a Hive metastore, in the memory of a process of its own. */
class CatalogTest {

    private static final Set<MetricTable> NOT_THERE =
            EnumSet.of(MetricTable.MESSAGE_TEXTS, MetricTable.ITEM_WRITES, MetricTable.TOMBSTONES);

    @TempDir
    private Path folder;

    @Test
    void theTablesAreRegisteredOnceAndNothingElseIsTouched() throws Exception {
        List<String> names = Stream.of(MetricTable.values())
                .filter(table -> table.contract().isPublished())
                .map(MetricTable::tableName)
                .sorted()
                .toList();
        List<String> restricted = Stream.of(MetricTable.values())
                .filter(table -> table.contract().area().equals("restricted") && !NOT_THERE.contains(table))
                .map(MetricTable::tableName)
                .sorted()
                .toList();
        List<String> withMine =
                Stream.concat(names.stream(), Stream.of("mine")).sorted().toList();

        String printed = run();

        assertThat(printed.lines().filter(line -> line.startsWith("SAID ")).map(line -> line.substring(5)))
                .as(printed)
                .containsExactly(
                        "first 0",
                        "implementation hive",
                        "tables " + names,
                        "restricted " + restricted,
                        "linked [user_activity, user_week_items]",
                        "days 1",
                        "again 0",
                        "made again false",
                        "tables " + withMine,
                        "versions 0",
                        "taken 2",
                        "tables [daily_metrics]",
                        "elsewhere 2",
                        "versions 0",
                        "name 2");
        assertThat(printed)
                .contains(
                        "Cannot register spark_catalog.other.daily_metrics: the catalog has something else with that name, at ",
                        "Cannot use --catalog no-name: the name of a database consists of letters, digits and underscores.");
    }

    private String run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().strip().split(" +")));
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("jobs/spark.properties"))) {
            settings.load(file);
        }
        settings.setProperty("spark.master", "local[1]");
        settings.setProperty("spark.sql.shuffle.partitions", "1");
        settings.setProperty(
                "spark.sql.warehouse.dir", folder.resolve("warehouse").toString());
        settings.setProperty("spark.hadoop.javax.jdo.option.ConnectionURL", "jdbc:derby:memory:metastore;create=true");
        settings.setProperty("spark.hadoop.datanucleus.schema.autoCreateAll", "true");
        settings.setProperty("spark.hadoop.hive.metastore.schema.verification", "false");
        settings.setProperty(
                "derby.stream.error.file", folder.resolve("derby.log").toString());
        settings.stringPropertyNames().forEach(name -> command.add("-D" + name + "=" + settings.getProperty(name)));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), HiveCatalogRun.class.getName(), folder.toString()));
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(printed, StandardCharsets.UTF_8);
    }
}
