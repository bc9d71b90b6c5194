package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.functions.ChatExtensions;
import java.time.ZoneId;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a job: its settings come from {@code jobs/<job>.conf}, through spark-submit. */
final class Session {

    private Session() {}

    /** @throws UsageException when the session lacks the extensions, because the properties file was not given */
    static SparkSession open(String job) {
        // First of all: Spark logs paths and plans while it starts.
        RedactedLogs.install();
        String plugins = new SparkConf().get("spark.plugins", "");
        SparkSession spark = SparkSession.builder()
                .appName(job)
                .config(
                        "spark.plugins",
                        RedactedExecutorLogs.class.getName() + (plugins.isEmpty() ? "" : "," + plugins))
                .getOrCreate();
        // Until the first step says what it does.
        spark.sparkContext().setJobDescription("opening the lake");
        String extensions = spark.conf().get("spark.sql.extensions", "");
        if (!extensions.contains(ChatExtensions.class.getName())) {
            throw new UsageException(
                    "Cannot run %s: spark.sql.extensions lacks %s. Start it with jobs/run %s, or give spark-submit --properties-file jobs/%s.conf."
                            .formatted(job, ChatExtensions.class.getName(), job, job));
        }
        return spark;
    }

    /** Lets days and hours in SQL be those of the zone. */
    static void useZone(SparkSession spark, ZoneId zone) {
        spark.conf().set("spark.sql.session.timeZone", zone.getId());
    }
}
