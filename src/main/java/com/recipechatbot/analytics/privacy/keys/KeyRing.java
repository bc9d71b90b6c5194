package com.recipechatbot.analytics.privacy.keys;

import com.recipechatbot.analytics.tables.DayRange;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The secret keys of all pseudonyms: one for each calendar month and one for each purpose. Losing a month's key shreds
 * that month's user ids, so a ring is created once, and no run ever adds a missing key.
 */
public final class KeyRing implements Serializable {

    private static final long serialVersionUID = 1;

    private final HashMap<YearMonth, byte[]> months;
    private final EnumMap<KeyPurpose, byte[]> purposes;

    KeyRing(Map<YearMonth, byte[]> months, Map<KeyPurpose, byte[]> purposes) {
        this.months = new HashMap<>(months);
        this.purposes = new EnumMap<>(purposes);
    }

    /**
     * Reads a key file that only its owner has access to.
     *
     * @throws KeyRingException when the file is missing or cannot be used
     */
    public static KeyRing read(Path file) {
        return new KeySource(file.toString(), false).read();
    }

    /** Whether keys are in Secrets Manager, not in a file. */
    public static boolean isSecret(String place) {
        return place.startsWith(KeySecret.PREFIX);
    }

    /**
     * Reads the content of a key file that is stored elsewhere, for instance in a secret store.
     *
     * @param origin how errors refer to that place
     * @throws KeyRingException when a key is unknown, damaged, short, missing, or duplicated
     */
    public static KeyRing parse(String content, String origin) {
        KeyFileReader keys = KeyFileReader.read(content, origin);
        return new KeyRing(keys.months(), keys.purposes());
    }

    /**
     * Writes a file of new random keys that only its owner may read.
     *
     * @throws KeyRingException when the file already exists
     */
    public static void create(Path file) {
        KeyFile.create(file, EnumSet.complementOf(EnumSet.of(KeyPurpose.QUARANTINE)));
    }

    /**
     * The same, with a key for keeping rejected records.
     *
     * @throws KeyRingException when the file already exists
     */
    public static void createWithQuarantine(Path file) {
        KeyFile.create(file, EnumSet.allOf(KeyPurpose.class));
    }

    /**
     * Removes one month's key: user ids of that month can never again be made or linked to a person.
     *
     * @param place as for {@link KeySource}
     * @throws KeyRingException when the file does not hold that key, or the place is not a file
     */
    public static void shred(String place, YearMonth month) {
        if (isSecret(place)) {
            throw new KeySecret(place).cannotShred(month);
        }
        KeyFile.shred(Path.of(place), month);
    }

    /**
     * Checks that user ids can be made for each of the days, before anything is read for them.
     *
     * @throws KeyRingException when a day, or the week that it lies in, began in a month that was shredded
     */
    public void requireKeysOf(DayRange days) {
        for (LocalDate day : days.days()) {
            key(KeyMonths.of(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
            key(YearMonth.from(day));
        }
    }

    /**
     * A fingerprint of each key, by the name that it has in the key file: shows whether two rings have the same key, and
     * nothing of the key.
     */
    public NavigableMap<String, String> fingerprints() {
        NavigableMap<String, String> fingerprints = new TreeMap<>();
        purposes.forEach((purpose, key) -> fingerprints.put(purpose.keyName(), fingerprint(purpose.keyName(), key)));
        months.forEach((month, key) -> fingerprints.put(month.toString(), fingerprint(month.toString(), key)));
        return fingerprints;
    }

    /** Those of the purposes, and of the months that user ids of these days and their weeks are made with. */
    public NavigableMap<String, String> fingerprintsFor(Collection<LocalDate> days) {
        NavigableMap<String, String> fingerprints = fingerprints();
        Set<YearMonth> used = new HashSet<>();
        for (LocalDate day : days) {
            used.add(KeyMonths.of(day));
            used.add(KeyMonths.of(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
        }
        months.keySet().stream()
                .filter(month -> !used.contains(month))
                .map(YearMonth::toString)
                .forEach(fingerprints::remove);
        return fingerprints;
    }

    private static String fingerprint(String name, byte[] key) {
        return new KeyedHash(key).update("v1|fingerprint|" + name).pseudonym("");
    }

    /** The months whose keys are gone. */
    public SortedSet<YearMonth> shreddedMonths() {
        SortedSet<YearMonth> shredded = new TreeSet<>(KeyMonths.all());
        shredded.removeAll(months.keySet());
        return shredded;
    }

    byte[] key(YearMonth month) {
        byte[] key = months.get(month);
        if (key == null) {
            throw new KeyRingException(
                    ("Cannot pseudonymize users for %s: its key was shredded, or the month is outside %s to %s."
                                    + " Exclude its days, and those of a week that begins in it, from the run.")
                            .formatted(month, KeyMonths.FIRST, KeyMonths.LAST));
        }
        return key;
    }

    boolean holds(YearMonth month) {
        return months.containsKey(month);
    }

    byte[] key(KeyPurpose purpose) {
        return purposes.get(purpose);
    }

    /** The number of keys, never the keys themselves. */
    @Override
    public String toString() {
        return "KeyRing[%d months, %d purposes]".formatted(months.size(), purposes.size());
    }
}
