package com.recipechatbot.analytics.capture;

/** What is to be exported is not over, or its export not done: the same command will work later. */
public final class CaptureNotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaptureNotReadyException(String message) {
        super(message);
    }
}
