package com.recipechatbot.analytics.privacy.keys;

/** A key ring that cannot be used, or a key that it does not hold. No message shows a key. */
public final class KeyRingException extends IllegalArgumentException {

    KeyRingException(String message) {
        super(message);
    }

    KeyRingException(String message, Throwable cause) {
        super(message, cause);
    }
}
