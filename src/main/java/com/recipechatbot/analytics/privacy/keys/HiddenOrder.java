package com.recipechatbot.analytics.privacy.keys;

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
        // The sum of two numbers of 192 and 128 bits, from the lowest 64 bits on.
        byte[] order = new byte[BYTES];
        ByteBuffer sum = ByteBuffer.wrap(order, 1, BYTES - 1);
        long low = hash.hash(epochDay, 2, 0, NOTHING, 0, 0);
        long middle = hash.hash(epochDay, 1, 0, NOTHING, 0, 0);
        long high = hash.hash(epochDay, 0, 0, NOTHING, 0, 0);
        long lowSum = low + userKey;
        long carry = Long.compareUnsigned(lowSum, low) < 0 ? 1 : 0;
        long middleSum = middle + micros + carry;
        carry = Long.compareUnsigned(middleSum, middle) < 0 || (carry == 1 && middleSum == middle) ? 1 : 0;
        long highSum = high + carry;
        order[0] = (byte) (carry == 1 && highSum == 0 ? 1 : 0);
        sum.putLong(highSum).putLong(middleSum).putLong(lowSum);
        return order;
    }
}
