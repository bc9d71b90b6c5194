package com.recipechatbot.analytics.privacy.redact;

/** A set of hashes as one bit each: small enough for the cache of a core, at the price of some false positives. */
final class BitTable {

    private final long[] bits;
    private final int shift;

    /** @param size the number of bits, as a power of two */
    BitTable(int size) {
        bits = new long[(1 << size) / Long.SIZE];
        shift = Integer.SIZE - size;
    }

    void add(int hash) {
        bits[bit(hash) / Long.SIZE] |= 1L << bit(hash);
    }

    boolean mayContain(int hash) {
        int bit = bit(hash);
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    private int bit(int hash) {
        return hash >>> shift;
    }
}
