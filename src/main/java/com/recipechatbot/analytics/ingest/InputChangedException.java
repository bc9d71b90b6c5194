package com.recipechatbot.analytics.ingest;

/** The input changed while it was read, as an export does that is still being written. */
public final class InputChangedException extends RuntimeException {

    InputChangedException(String message) {
        super(message);
    }

    InputChangedException(String message, Throwable cause) {
        super(message, cause);
    }
}
