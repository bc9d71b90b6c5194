package com.recipechatbot.analytics.capture;

import java.util.Map;

/**
 * Where the messages went. Once the tracker is closed, received = written + dropped.
 *
 * @param received messages passed to the tracker
 * @param written messages written to the table
 * @param retries additional attempts that were needed
 * @param dropped dropped messages by reason; reasons without messages are left out
 */
public record TrackerCounts(long received, long written, long retries, Map<DropReason, Long> dropped) {

    /** All dropped messages, for whatever reason. */
    public long lost() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
