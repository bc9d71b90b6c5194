package com.recipechatbot.analytics.ingest;

/** The input is not there yet; the same command will work when it is. */
public final class InputNotReadyException extends RuntimeException {

    public InputNotReadyException(String message) {
        super(message);
    }
}
