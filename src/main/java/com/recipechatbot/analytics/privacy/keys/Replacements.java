package com.recipechatbot.analytics.privacy.keys;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.YearMonth;

/**
 * Random values for the pseudonyms of a month whose key is shredded: equal for equal pseudonyms, and impossible to make
 * again once that key is gone.
 */
public final class Replacements implements Serializable {

    private static final long serialVersionUID = 1;

    /** Marks what was already replaced. */
    public static final String PREFIX = "x_";

    private final byte[] key;

    /** Of a month whose key is gone already, they are random: replacing the rest of its values later gives others. */
    public Replacements(KeyRing ring, YearMonth month) {
        if (ring.holds(month)) {
            key = new KeyedHash(ring.key(month)).update("v1|replacements").bytes();
        } else {
            key = new byte[KeyFileReader.KEY_BYTES];
            new SecureRandom().nextBytes(key);
        }
    }

    /** @param pseudonym may be null */
    public String of(String pseudonym) {
        return pseudonym == null || pseudonym.startsWith(PREFIX)
                ? pseudonym
                : new KeyedHash(key).update("v1|text|" + pseudonym).pseudonym(PREFIX);
    }

    /** @param number may be null */
    public Long of(Long number) {
        return number == null
                ? null
                : (Long) new KeyedHash(key)
                        .update("v1|number|")
                        .update(number.longValue())
                        .number();
    }
}
