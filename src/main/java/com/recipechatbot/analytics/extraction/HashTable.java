package com.recipechatbot.analytics.extraction;

/**
 * Small integers by 64-bit hash, open addressing; a hash that is absent has the value 0. A slot holds the upper bits of
 * the hash and the value in one long, so that a look-up touches memory once.
 */
final class HashTable {

    private static final int VALUE_BITS = 23;
    private static final long VALUE = (1L << VALUE_BITS) - 1;

    private long[] slots = new long[1024];
    private int size;

    int get(long hash) {
        long[] table = slots;
        int mask = table.length - 1;
        int at = first(hash, mask);
        while (true) {
            long slot = table[at];
            if (slot == 0) {
                return 0;
            }
            if ((slot ^ hash) >>> VALUE_BITS == 0) {
                return (int) (slot & VALUE);
            }
            at = (at + 1) & mask;
        }
    }

    /** Adds the bits to those that stand under the hash. */
    void merge(long hash, int bits) {
        put(hash, get(hash) | bits);
    }

    void put(long hash, int value) {
        if (value <= 0 || value > VALUE) {
            throw new IllegalArgumentException(
                    "Cannot store the value %d: a slot holds 1 to %d. Store another value.".formatted(value, VALUE));
        }
        // Most slots are empty, so that most words need one look.
        if (size * 4 >= slots.length) {
            grow();
        }
        int mask = slots.length - 1;
        int at = first(hash, mask);
        while (slots[at] != 0 && (slots[at] ^ hash) >>> VALUE_BITS != 0) {
            at = (at + 1) & mask;
        }
        size += slots[at] == 0 ? 1 : 0;
        slots[at] = (hash & ~VALUE) | value;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long slot : old) {
            if (slot != 0) {
                put(slot & ~VALUE, (int) (slot & VALUE));
            }
        }
    }

    /** From the upper bits alone: those are kept. */
    private static int first(long hash, int mask) {
        return (int) ((hash >>> VALUE_BITS) ^ (hash >>> 43)) & mask;
    }
}
