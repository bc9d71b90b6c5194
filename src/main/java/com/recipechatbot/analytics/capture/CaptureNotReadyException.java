package com.recipechatbot.analytics.capture;

/** The period to export has not ended, or its export is not finished: the same command will work later. */
public final class CaptureNotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaptureNotReadyException(String message) {
        super(message);
    }
}
