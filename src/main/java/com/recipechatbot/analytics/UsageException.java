package com.recipechatbot.analytics;

/** What was asked for cannot be done as asked; the message says what to ask instead. */
public final class UsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
