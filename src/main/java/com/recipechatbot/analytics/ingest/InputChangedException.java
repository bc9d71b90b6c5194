package com.recipechatbot.analytics.ingest;

/** The input changed while it was read, as an export does that is still being written. */
public final class InputChangedException extends RuntimeException {

    public InputChangedException(String message) {
        super(message);
    }

    public InputChangedException(String message, Throwable cause) {
        super(message, cause);
    }
}
