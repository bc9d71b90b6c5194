package com.recipechatbot.analytics.ingest;

/** The input changed while it was being read: probably an export that is still being written. */
public final class InputChangedException extends RuntimeException {

    public InputChangedException(String message) {
        super(message);
    }

    public InputChangedException(String message, Throwable cause) {
        super(message, cause);
    }
}
