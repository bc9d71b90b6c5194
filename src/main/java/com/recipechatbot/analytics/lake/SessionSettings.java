package com.recipechatbot.analytics.lake;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Session settings that apply to one statement only. */
final class SessionSettings {

    private SessionSettings() {}

    static void during(SparkSession spark, Map<String, String> settings, Runnable statement) {
        Map<String, Option<String>> before = new HashMap<>();
        settings.forEach((setting, value) -> {
            before.put(setting, spark.conf().getOption(setting));
            spark.conf().set(setting, value);
        });
        try {
            statement.run();
        } finally {
            before.forEach((setting, value) -> {
                if (value.isDefined()) {
                    spark.conf().set(setting, value.get());
                } else {
                    spark.conf().unset(setting);
                }
            });
        }
    }
}
