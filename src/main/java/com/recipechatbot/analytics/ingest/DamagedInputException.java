package com.recipechatbot.analytics.ingest;

/**
 * A file of the input cannot be read to its end, or is not what a manifest promises. The message names the file, and
 * nothing that stands in it.
 */
public final class DamagedInputException extends RuntimeException {

    public DamagedInputException(String message) {
        super(message);
    }

    public DamagedInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
