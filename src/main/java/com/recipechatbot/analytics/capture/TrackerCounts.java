package com.recipechatbot.analytics.capture;

import java.util.Map;

/**
 * Where the messages went. When the tracker is closed, received = written + dropped.
 *
 * @param received given to the tracker
 * @param written in the table
 * @param retries further attempts that it took
 * @param dropped by reason; reasons without messages are left out
 */
public record TrackerCounts(long received, long written, long retries, Map<DropReason, Long> dropped) {

    /** All that were dropped, for whatever reason. */
    public long lost() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
