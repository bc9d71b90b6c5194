package com.recipechatbot.analytics.privacy.keys;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the keys of a lake are.
 *
 * @param place a key file, or {@code secretsmanager:} and the name or ARN of a secret that holds the text of one
 * @param mayBeOpen whether users other than the file's owner may have access to it
 */
public record KeySource(String place, boolean mayBeOpen) {

    /** @throws KeyRingException when the keys do not exist, are not readable, or cannot be used */
    public KeyRing read() {
        return KeyRing.isSecret(place)
                ? KeyRing.parse(new KeySecret(place).content(), place)
                : KeyRing.parse(KeyFile.content(Path.of(place), mayBeOpen), place);
    }

    /** Whether it is a file that does not exist. */
    public boolean isMissing() {
        return !KeyRing.isSecret(place) && Files.notExists(Path.of(place));
    }
}
