package com.recipechatbot.analytics.privacy.keys;

import java.util.Locale;
import java.util.Optional;

/** What a key that does not rotate is for. No two purposes share a key. */
enum KeyPurpose {
    ACTIVITY,
    CONVERSATION,
    RECORD,
    TOMBSTONE,
    /** Optional: without it, no rejected records are kept. */
    QUARANTINE;

    private final String keyName = name().toLowerCase(Locale.ROOT);

    String keyName() {
        return keyName;
    }

    boolean isOptional() {
        return this == QUARANTINE;
    }

    static Optional<KeyPurpose> named(String keyName) {
        for (KeyPurpose purpose : values()) {
            if (purpose.keyName.equals(keyName)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
