package com.recipechatbot.analytics.privacy.keys;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Tells which of the users of a conversation comes first on a day, and nothing else: a time and a key are added to a number
 * that only the keys give away, so that they can be compared with those of the same conversation and day, and with no others.
 */
public final class HiddenOrder {

    /** What is added is 64 bits longer than what it hides, so the sum says nothing of the size of either. */
    private static final int BYTES = 25;

    private static final byte[] NOTHING = {};

    private HiddenOrder() {}

    /**
     * @param secret of the conversation, its 16 bytes begin at {@code at}
     * @param micros when the user is first named
     * @param userKey the first 64 bits of the user's key of the day, which decides between equal times
     * @return 25 bytes to be compared as unsigned
     */
    public static byte[] of(byte[] secret, int at, int epochDay, long micros, long userKey) {
        byte[] key = new byte[RawPseudonyms.BYTES];
        System.arraycopy(secret, at, key, 0, key.length);
        SipHash hash = new SipHash(key);
        ByteBuffer mask = ByteBuffer.allocate(3 * Long.BYTES);
        for (int part = 0; part < 3; part++) {
            mask.putLong(hash.hash(epochDay, part, 0, NOTHING, 0, 0));
        }
        ByteBuffer place = ByteBuffer.allocate(2 * Long.BYTES).putLong(micros).putLong(userKey);
        byte[] sum = new BigInteger(1, mask.array())
                .add(new BigInteger(1, place.array()))
                .toByteArray();
        byte[] order = new byte[BYTES];
        System.arraycopy(sum, Math.max(0, sum.length - BYTES), order, Math.max(0, BYTES - sum.length), Math.min(BYTES, sum.length));
        return order;
    }
}
