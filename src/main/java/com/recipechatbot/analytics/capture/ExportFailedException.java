package com.recipechatbot.analytics.capture;

/** DynamoDB has given up on an export, or gives contradictory information about it: somebody has to investigate. */
public final class ExportFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportFailedException(String message) {
        super(message);
    }
}
