package com.recipechatbot.analytics;

import com.recipechatbot.analytics.lake.LakeLogStore;
import com.recipechatbot.analytics.lake.LocalFiles;
import com.recipechatbot.analytics.run.Session;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of all tests, with the settings that the jobs run with. */
public final class TestSpark {

    private static final SparkSession SESSION = start();

    private TestSpark() {}

    /** The session, back in the zone in which every test begins. */
    public static SparkSession session() {
        SESSION.conf().set("spark.sql.session.timeZone", "UTC");
        return SESSION;
    }

    /** Runs something with queries that are compiled, as those over much input are. */
    public static <T> T compiling(Supplier<T> run) {
        SESSION.conf().set("spark.sql.codegen.wholeStage", true);
        SESSION.conf().set("spark.sql.codegen.factoryMode", "CODEGEN_ONLY");
        try {
            return run.get();
        } finally {
            SESSION.conf().set("spark.sql.codegen.wholeStage", false);
            SESSION.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        }
    }

    private static SparkSession start() {
        SparkSession.Builder builder = SparkSession.builder().master("local[2]").appName("tests");
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("jobs/spark.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LakeLogStore.settings().forEach(builder::config);
        settings.stringPropertyNames().forEach(name -> builder.config(name, settings.getProperty(name)));
        // A handful of rows: compiling a query, or planning its stages anew, would take longer than running it.
        // FunctionsTest and OracleTest compile; jobs/demo runs with the settings of the jobs.
        SparkSession session = builder.config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                // As jobs/java.options has it.
                .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
                .config("spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFiles.Context.class.getName())
                .getOrCreate();
        Session.describe(session, "tests");
        return session;
    }
}
