package com.recipechatbot.analytics.capture;

/** Table, role or arguments do not allow what was asked for: a retry will not help. The message names no person. */
public final class CaptureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaptureException(String message) {
        super(message);
    }

    CaptureException(String message, Throwable cause) {
        super(message, cause);
    }
}
