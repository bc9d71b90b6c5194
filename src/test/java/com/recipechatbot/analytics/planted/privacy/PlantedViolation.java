package com.recipechatbot.analytics.planted.privacy;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;

/** What the architecture test has to find: Spark, the clock and a part of the ingest where none of them may be. */
public final class PlantedViolation {

    private PlantedViolation() {}

    public static Instant now(SparkSession spark) {
        return Instant.now().plusMillis(spark.sparkContext().startTime());
    }

    public static RejectionReason reason() {
        return RejectionReason.NOT_JSON;
    }
}
