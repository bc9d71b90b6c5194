package com.recipechatbot.analytics.capture;

import java.time.Duration;

/** Waits between two checks on something that AWS is doing; tests do not wait. */
@FunctionalInterface
public interface Pause {

    /** Actually sleeps. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
