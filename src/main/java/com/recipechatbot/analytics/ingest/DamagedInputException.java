package com.recipechatbot.analytics.ingest;

/**
 * A file of the input cannot be read to its end, or differs from what a manifest says. The message names the file and
 * quotes nothing from it.
 */
public final class DamagedInputException extends RuntimeException {

    public DamagedInputException(String message) {
        super(message);
    }

    public DamagedInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
