package com.recipechatbot.analytics.capture;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing, randomized pauses, so that many writers do not retry at the same time. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /** The maximum pause after the given number of failed attempts, counted from 1. */
    static Duration ceiling(int attempts) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    static void pauseAfter(int attempts) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling(attempts).toMillis()) + 1);
    }
}
