package com.recipechatbot.analytics.ingest;

/** A file of the input cannot be read to its end. The message names the file, and nothing that stands in it. */
public final class DamagedInputException extends RuntimeException {

    DamagedInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
