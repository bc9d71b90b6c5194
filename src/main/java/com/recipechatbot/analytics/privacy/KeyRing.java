package com.recipechatbot.analytics.privacy;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The secret keys of all pseudonyms: one for each calendar month and one for each purpose. Losing a month's key shreds
 * that month's user ids, so a ring is created once and never completed by a run.
 */
public final class KeyRing implements Serializable {

    static final YearMonth FIRST_MONTH = YearMonth.of(2020, 1);
    static final YearMonth LAST_MONTH = YearMonth.of(2039, 12);
    static final int KEY_BYTES = 32;

    private static final long serialVersionUID = 1;

    private final HashMap<YearMonth, byte[]> months;
    private final EnumMap<KeyPurpose, byte[]> purposes;

    KeyRing(Map<YearMonth, byte[]> months, Map<KeyPurpose, byte[]> purposes) {
        this.months = new HashMap<>(months);
        this.purposes = new EnumMap<>(purposes);
    }

    /**
     * Reads a key file.
     *
     * @throws KeyRingException when the file is missing or cannot be used
     */
    public static KeyRing read(Path file) {
        return KeyFile.read(file);
    }

    /**
     * Reads the content of a key file that lies elsewhere, for instance in a secret store.
     *
     * @param origin what to call that place in an error
     * @throws KeyRingException when a key is unknown, damaged, short, missing, or there twice
     */
    public static KeyRing parse(String content, String origin) {
        return new KeyFileReader(origin).read(content);
    }

    /**
     * Writes a file of new random keys that only its owner may read.
     *
     * @throws KeyRingException when the file is there already
     */
    public static void create(Path file) {
        KeyFile.create(file);
    }

    /**
     * Removes one month's key: no user id of that month can be made, or linked to a person, again.
     *
     * @throws KeyRingException when the file does not hold that key
     */
    public static void shred(Path file, YearMonth month) {
        KeyFile.shred(file, month);
    }

    byte[] key(YearMonth month) {
        byte[] key = months.get(month);
        if (key == null) {
            throw new KeyRingException(
                    ("Cannot make user ids of %s: its key was shredded, or the month lies outside %s to %s."
                                    + " Leave that month out of the run.")
                            .formatted(month, FIRST_MONTH, LAST_MONTH));
        }
        return key;
    }

    boolean holds(YearMonth month) {
        return months.containsKey(month);
    }

    byte[] key(KeyPurpose purpose) {
        return purposes.get(purpose);
    }

    /** How many keys there are, and none of them. */
    @Override
    public String toString() {
        return "KeyRing[%d months, %d purposes]".formatted(months.size(), purposes.size());
    }
}
