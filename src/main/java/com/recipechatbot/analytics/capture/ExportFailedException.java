package com.recipechatbot.analytics.capture;

/** DynamoDB has given up on an export, or says two things about it: somebody has to look. */
public final class ExportFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportFailedException(String message) {
        super(message);
    }
}
