package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.metrics.MetricTable;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.implicits.package$;

/**
 * What a cold JVM takes seconds for and a run needs later, done on a thread of its own while the input is read: the queries
 * are parsed, and Delta's actions get their encoders.
 */
final class WarmUp {

    private WarmUp() {}

    static void start() {
        Thread thread = new Thread(
                () -> {
                    package$.MODULE$.singleActionEncoder();
                    package$.MODULE$.addFileEncoder();
                    Stream.of(MetricTable.values()).forEach(ParsedQueries::parse);
                },
                "warm-up");
        thread.setDaemon(true);
        // The run meets what failed here again, and says it.
        thread.setUncaughtExceptionHandler((warmUp, failure) -> {});
        thread.start();
    }
}
