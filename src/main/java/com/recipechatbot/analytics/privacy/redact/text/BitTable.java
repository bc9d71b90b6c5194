package com.recipechatbot.analytics.privacy.redact.text;

/**
 * A set of hashes as two bits each, both in the same 64: small enough for the cache of a core, at the price of some
 * false positives. A record, because the compiler then takes its fields for constants.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record BitTable(long[] bits, int shift) {

    /** @param size the number of bits, as a power of two of at most 26, as the last six bits of a hash choose one */
    static BitTable ofSize(int size) {
        return new BitTable(new long[(1 << size) / Long.SIZE], Integer.SIZE - size);
    }

    void add(int hash) {
        bits[hash >>> shift >>> 6] |= 1L << (hash >>> shift) | 1L << hash;
    }

    /** 1 for every hash that was added and for some that were not, else 0. */
    int bitOf(int hash) {
        int bit = hash >>> shift;
        long near = bits[bit >>> 6];
        return (int) ((near >>> bit) & (near >>> hash)) & 1;
    }
}
