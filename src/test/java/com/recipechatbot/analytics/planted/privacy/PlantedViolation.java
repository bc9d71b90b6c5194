package com.recipechatbot.analytics.planted.privacy;

import java.time.Instant;
import org.apache.spark.sql.SparkSession;

/** What the architecture test has to find: Spark and the clock where neither may be. */
public final class PlantedViolation {

    private PlantedViolation() {}

    public static Instant now(SparkSession spark) {
        return Instant.now().plusMillis(spark.sparkContext().startTime());
    }
}
