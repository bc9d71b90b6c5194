package com.recipechatbot.analytics.capture;

/**
 * The table, role or arguments do not allow what was requested: a retry will not help. The message never names a
 * person.
 */
public final class CaptureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaptureException(String message) {
        super(message);
    }

    CaptureException(String message, Throwable cause) {
        super(message, cause);
    }
}
