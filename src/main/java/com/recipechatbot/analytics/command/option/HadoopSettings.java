package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.logs.RedactedLogs;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's configuration for tools without Spark: {@code -Dspark.hadoop.*} as spark-submit takes them. */
public final class HadoopSettings {

    private static final String PREFIX = "spark.hadoop.";

    private HadoopSettings() {}

    public static Configuration fromSystemProperties() {
        // Every reader of a lake starts here, and the libraries log paths.
        RedactedLogs.install();
        Configuration settings = new Configuration();
        // Where s3:// is not the platform's own, it is S3A.
        settings.setIfUnset("fs.s3.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.set(name.substring(PREFIX.length()), System.getProperty(name)));
        return settings;
    }
}
