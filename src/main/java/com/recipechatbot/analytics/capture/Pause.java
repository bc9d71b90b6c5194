package com.recipechatbot.analytics.capture;

import java.time.Duration;

/** Waits between two looks at something that AWS is doing; tests do not. */
@FunctionalInterface
public interface Pause {

    /** Sleeps. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
