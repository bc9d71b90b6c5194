package com.recipechatbot.analytics.privacy.keys;

/** A key ring cannot be used, or lacks a key. No message shows a key. */
public final class KeyRingException extends IllegalArgumentException {

    KeyRingException(String message) {
        super(message);
    }

    KeyRingException(String message, Throwable cause) {
        super(message, cause);
    }
}
