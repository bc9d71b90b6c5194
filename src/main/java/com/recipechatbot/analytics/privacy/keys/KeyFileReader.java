package com.recipechatbot.analytics.privacy.keys;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads lines of {@code name = base64}. Errors name the line and the key that is wrong, never the bytes of the key. */
final class KeyFileReader {

    static final int KEY_BYTES = 32;

    private static final String RESTORE = "Restore the keys from their backup.";

    private final String origin;
    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final Map<YearMonth, byte[]> months = new LinkedHashMap<>();
    private final Map<KeyPurpose, byte[]> purposes = new EnumMap<>(KeyPurpose.class);

    private KeyFileReader(String origin) {
        this.origin = origin;
    }

    /** @throws KeyRingException when a key is unknown, damaged, short, missing, or duplicated */
    static KeyFileReader read(String content, String origin) {
        KeyFileReader keys = new KeyFileReader(origin);
        keys.readLines(content);
        return keys;
    }

    private void readLines(String content) {
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            if (!isComment(line)) {
                readLine(line, number);
            }
        }
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (!purpose.isOptional() && !purposes.containsKey(purpose)) {
                throw cannotRead("the key '%s' is missing".formatted(purpose.keyName()));
            }
        }
    }

    Map<YearMonth, byte[]> months() {
        return months;
    }

    Map<KeyPurpose, byte[]> purposes() {
        return purposes;
    }

    static boolean isComment(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    static String nameOf(String line) {
        return line.substring(0, Math.max(line.indexOf('='), 0)).strip();
    }

    private void readLine(String line, int number) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw cannotRead("line %d is not of the form 'name = base64'".formatted(number));
        }
        String name = nameOf(line);
        byte[] key = decode(line.substring(equals + 1).strip(), number);
        if (key.length < KEY_BYTES) {
            throw cannotRead("the key in line %d has %d bytes, not %d".formatted(number, key.length, KEY_BYTES));
        }
        for (Map.Entry<String, byte[]> other : keys.entrySet()) {
            if (Arrays.equals(key, other.getValue())) {
                throw cannotRead("the keys '%s' and '%s' are equal".formatted(other.getKey(), name));
            }
        }
        hold(name, key, number);
        if (keys.put(name, key) != null) {
            throw cannotRead("the key '%s' occurs twice".formatted(name));
        }
    }

    private byte[] decode(String base64, int number) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes a character of the key, so it must not become the cause.
            throw cannotRead("the key in line %d is not base64".formatted(number));
        }
    }

    private void hold(String name, byte[] key, int number) {
        Optional<KeyPurpose> purpose = KeyPurpose.named(name);
        if (purpose.isPresent()) {
            purposes.put(purpose.get(), key);
        } else {
            months.put(month(name, number), key);
        }
    }

    private YearMonth month(String name, int number) {
        try {
            YearMonth month = YearMonth.parse(name);
            if (KeyMonths.contains(month)) {
                return month;
            }
        } catch (DateTimeException e) {
            // The text may be a key that lost its name, so it is not repeated.
            throw unknownName(number);
        }
        throw unknownName(number);
    }

    private KeyRingException unknownName(int number) {
        return cannotRead("line %d has a name that is neither a month from %s to %s nor a purpose"
                .formatted(number, KeyMonths.FIRST, KeyMonths.LAST));
    }

    private KeyRingException cannotRead(String cause) {
        return new KeyRingException("Cannot read the keys in %s: %s. %s".formatted(origin, cause, RESTORE));
    }
}
