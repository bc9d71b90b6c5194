package com.recipechatbot.analytics.planted.privacy;

import com.recipechatbot.analytics.ingest.parse.RejectionReason;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;

/** What the architecture test has to find: a stage, parts of the ingest and the redactor, Spark and the clock where none of them may be. */
public final class PlantedViolation {

    private PlantedViolation() {}

    public static Instant now(SparkSession spark) {
        return Instant.now().plusMillis(spark.sparkContext().startTime() + MetricTable.values().length);
    }

    public static RejectionReason reason() {
        return RejectionReason.NOT_JSON;
    }

    public static boolean isDigit(char character) {
        return LookAlikes.isDigit(character);
    }
}
