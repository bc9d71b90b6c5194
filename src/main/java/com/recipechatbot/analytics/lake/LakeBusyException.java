package com.recipechatbot.analytics.lake;

/** Another run is writing to the lake. */
public final class LakeBusyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public LakeBusyException(String message) {
        super(message);
    }
}
