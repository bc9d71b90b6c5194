package com.recipechatbot.analytics.logs;

import java.util.ArrayList;
import java.util.List;

/** Stack traces that can be logged: a message of a foreign exception may quote a row. */
public final class StackTraces {

    private static final int FRAMES = 25;

    private StackTraces() {}

    /** The classes and places of a failure and of its causes, and of what they were made from. */
    public static List<String> withoutMessages(Throwable failure) {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            lines.add((cause == failure ? "" : "caused by ") + cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                lines.add("    at " + frames[i]);
            }
        }
        return lines;
    }
}
