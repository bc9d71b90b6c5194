package com.recipechatbot.analytics.privacy.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key, for one thread. */
final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PSEUDONYM_BYTES = 16;

    private final Mac mac;

    KeyedHash(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Cannot make pseudonyms: this Java has no %s. Use a JDK with its standard providers."
                            .formatted(ALGORITHM),
                    e);
        }
    }

    KeyedHash update(String text) {
        return update(text.getBytes(UTF_8));
    }

    KeyedHash update(byte[] bytes) {
        mac.update(bytes);
        return this;
    }

    KeyedHash update(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            mac.update((byte) (number >>> shift));
        }
        return this;
    }

    /** The prefix, then 128 bits of the hash in base32. Resets the hash. */
    String pseudonym(String prefix) {
        StringBuilder pseudonym = new StringBuilder(prefix.length() + 26).append(prefix);
        Base32.append(pseudonym, mac.doFinal(), PSEUDONYM_BYTES);
        return pseudonym.toString();
    }

    KeyedHash update(byte[] bytes, int from, int length) {
        mac.update(bytes, from, length);
        return this;
    }

    /** The whole hash, 32 bytes. Resets the hash. */
    byte[] bytes() {
        return mac.doFinal();
    }

    /** The first 64 bits of the hash. Resets the hash. */
    long number() {
        byte[] hash = mac.doFinal();
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = (number << 8) | (hash[i] & 0xff);
        }
        return number;
    }
}
