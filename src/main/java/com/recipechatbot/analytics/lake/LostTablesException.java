package com.recipechatbot.analytics.lake;

/** Tables that were written before are gone. The message names them. */
public final class LostTablesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LostTablesException(String message) {
        super(message);
    }
}
