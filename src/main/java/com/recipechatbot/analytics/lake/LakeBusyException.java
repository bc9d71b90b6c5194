package com.recipechatbot.analytics.lake;

/** Another run writes to the lake now. */
public final class LakeBusyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public LakeBusyException(String message) {
        super(message);
    }
}
