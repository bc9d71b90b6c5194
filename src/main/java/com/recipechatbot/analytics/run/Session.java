package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.functions.ChatExtensions;
import com.recipechatbot.analytics.lake.LakeLogStore;
import com.recipechatbot.analytics.logs.RedactedExecutorLogs;
import com.recipechatbot.analytics.logs.RedactedLogs;
import java.time.ZoneId;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** The Spark session of a job: its settings come from {@code jobs/spark.properties}, through spark-submit. */
public final class Session {

    /** The setting that names the deployed stack whose run it is. */
    public static final String STACK = "spark.recipechatbot.stack";

    private Session() {}

    /** The stack whose run it is; "local" outside of one. */
    public static String stack() {
        return new SparkConf().get(STACK, "local");
    }

    /** @throws UsageException when the session lacks the extensions, because the properties file was not given */
    public static SparkSession open(String job) {
        return open(job, "in-memory");
    }

    /** The same with a Hive metastore, in which the tables can be registered. */
    public static SparkSession openWithHive(String job) {
        return open(job, "hive");
    }

    private static SparkSession open(String job, String catalogImplementation) {
        // First of all: Spark logs paths and plans while it starts.
        RedactedLogs.install();
        String plugins = new SparkConf().get("spark.plugins", "");
        SparkSession.Builder builder = SparkSession.builder();
        LakeLogStore.settings().forEach(builder::config);
        Scratch.settings(new SparkConf()).forEach(builder::config);
        SparkSession spark = builder.appName(job)
                .config(
                        "spark.plugins",
                        RedactedExecutorLogs.class.getName() + (plugins.isEmpty() ? "" : "," + plugins))
                // Everything works by path: Hive would start a metastore that is not used.
                .config("spark.sql.catalogImplementation", catalogImplementation)
                .getOrCreate();
        // Until the first step says otherwise.
        describe(spark, "opening the lake");
        String extensions = spark.conf().get("spark.sql.extensions", "");
        if (!extensions.contains(ChatExtensions.class.getName())) {
            throw new UsageException(
                    "Cannot run %s: spark.sql.extensions lacks %s. Start it with jobs/run %s, or give spark-submit --properties-file jobs/spark.properties."
                            .formatted(job, ChatExtensions.class.getName(), job));
        }
        return spark;
    }

    /**
     * What Spark's UI and event log call the queries that follow. Otherwise Spark looks through the stack for the line of
     * code that each query, stage and set of rows comes from: a tenth of the time of a small query.
     *
     * @param what never a value of a row: the event log keeps it
     */
    public static void describe(SparkSession spark, String what) {
        SparkContext context = spark.sparkContext();
        context.setJobDescription(what);
        context.setLocalProperty("callSite.short", what);
        context.setLocalProperty("callSite.long", what);
    }

    /** How many Spark jobs this process has planned so far. */
    public static int plannedJobs() {
        Option<SparkSession> session = SparkSession.getDefaultSession();
        return session.isEmpty()
                ? 0
                : session.get().sparkContext().dagScheduler().numTotalJobs();
    }

    /** Makes SQL count days and hours in the zone. */
    public static void useZone(SparkSession spark, ZoneId zone) {
        spark.conf().set("spark.sql.session.timeZone", zone.getId());
    }
}
