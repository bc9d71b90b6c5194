package com.recipechatbot.analytics.lake;

/** The given path cannot be used as a lake; nothing was written. */
public final class LakeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public LakeException(String message) {
        super(message);
    }

    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
