package com.recipechatbot.analytics.faults;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An S3 that is asked for too much: answers 503 where it had done what was asked, so that whoever asks again meets
 * what it did itself. The worst of storms: S3's own SlowDown did nothing yet.
 */
public final class StormyS3 implements ExecutionInterceptor {

    private static final AtomicLong REQUESTS = new AtomicLong();
    private static final AtomicLong FAILED = new AtomicLong();
    private static volatile long every = Long.MAX_VALUE;
    private static volatile long allAfter = Long.MAX_VALUE;

    /** Lets S3A take the storm to its requests to a bucket, and be quick about it. */
    static void configure(Configuration hadoop, String bucket) {
        Map.of(
                        "audit.execution.interceptors", StormyS3.class.getName(),
                        "retry.throttle.interval", "10ms",
                        "retry.throttle.limit", "5",
                        "attempts.maximum", "1")
                .forEach((name, value) -> hadoop.set("fs.s3a.bucket." + bucket + "." + name, value));
    }

    /** Fails one request of so many. */
    static void failOneIn(long requests) {
        REQUESTS.set(0);
        FAILED.set(0);
        every = requests;
        allAfter = Long.MAX_VALUE;
    }

    /** Answers so many requests, and then none. */
    static void failAllAfter(long requests) {
        REQUESTS.set(0);
        FAILED.set(0);
        every = Long.MAX_VALUE;
        allAfter = requests;
    }

    /** How many since it began. */
    static long failed() {
        return FAILED.get();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        long request = REQUESTS.incrementAndGet();
        if (request <= allAfter && request % every != 0) {
            return context.httpResponse();
        }
        FAILED.incrementAndGet();
        return context.httpResponse().toBuilder()
                .statusCode(503)
                .statusText("Slow Down")
                .build();
    }
}
