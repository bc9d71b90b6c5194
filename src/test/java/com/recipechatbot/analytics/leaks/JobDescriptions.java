package com.recipechatbot.analytics.leaks;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** What Spark's jobs say they are for: Spark's UI, its event log and its metrics show it. */
final class JobDescriptions extends SparkListener {

    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final AtomicInteger undescribed = new AtomicInteger();

    Set<String> seen() {
        return seen;
    }

    /** How many jobs said nothing. */
    int undescribed() {
        return undescribed.get();
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        String description = job.properties().getProperty("spark.job.description");
        if (description == null) {
            undescribed.incrementAndGet();
        } else {
            seen.add(description);
        }
    }
}
