package com.recipechatbot.analytics.extraction;

/** Integers by 64-bit hash, open addressing; a hash that is absent has the value 0. */
final class HashTable {

    private long[] hashes = new long[1024];
    private int[] values = new int[1024];
    private int size;

    int get(long hash) {
        int mask = hashes.length - 1;
        for (int slot = slot(hash, mask); values[slot] != 0; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash) {
                return values[slot];
            }
        }
        return 0;
    }

    /** Adds the bits to those that stand under the hash. */
    void merge(long hash, int bits) {
        put(hash, get(hash) | bits);
    }

    void put(long hash, int value) {
        if (value == 0) {
            throw new IllegalArgumentException("Cannot store the value 0: it means absent. Store another value.");
        }
        if (size * 2 >= hashes.length) {
            grow();
        }
        int mask = hashes.length - 1;
        int slot = slot(hash, mask);
        while (values[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        size += values[slot] == 0 ? 1 : 0;
        hashes[slot] = hash;
        values[slot] = value;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldValues = values;
        hashes = new long[oldHashes.length * 2];
        values = new int[oldValues.length * 2];
        size = 0;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldValues[i] != 0) {
                put(oldHashes[i], oldValues[i]);
            }
        }
    }

    private static int slot(long hash, int mask) {
        return (int) (hash ^ (hash >>> 32)) & mask;
    }
}
