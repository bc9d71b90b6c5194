package com.recipechatbot.analytics.extraction;

/** Sets of bits by the hash of a word, open addressing; hash and bits are neighbours, so that a look-up touches memory once. */
final class WordTable {

    /** Receives each hash with its bits. */
    interface Visitor {
        void visit(long hash, long bits);
    }

    private long[] slots;
    private int size;

    WordTable() {
        this(2048);
    }

    /** @param slots a power of two */
    WordTable(int slots) {
        this.slots = new long[slots];
    }

    boolean has(long hash) {
        return get(hash) != 0;
    }

    /** The bits under the hash, 0 for none. */
    long get(long hash) {
        long[] table = slots;
        int mask = table.length - 2;
        int at = first(hash, mask);
        while (true) {
            long bits = table[at + 1];
            if (bits == 0 || table[at] == hash) {
                return bits;
            }
            at = at + 2 & mask;
        }
    }

    /** Adds the bits to those under the hash. */
    void merge(long hash, long bits) {
        // Most slots are empty, so that most words need one look.
        if (size * 8 >= slots.length) {
            grow();
        }
        int mask = slots.length - 2;
        int at = first(hash, mask);
        while (slots[at + 1] != 0 && slots[at] != hash) {
            at = at + 2 & mask;
        }
        size += slots[at + 1] == 0 ? 1 : 0;
        slots[at] = hash;
        slots[at + 1] |= bits;
    }

    /** Sets the bits under a hash that is there. */
    void replace(long hash, long bits) {
        int mask = slots.length - 2;
        int at = first(hash, mask);
        while (slots[at] != hash) {
            at = at + 2 & mask;
        }
        slots[at + 1] = bits;
    }

    void forEach(Visitor visitor) {
        for (int at = 0; at < slots.length; at += 2) {
            if (slots[at + 1] != 0) {
                visitor.visit(slots[at], slots[at + 1]);
            }
        }
    }

    private void grow() {
        WordTable larger = new WordTable(slots.length * 2);
        forEach(larger::merge);
        slots = larger.slots;
    }

    private static int first(long hash, int mask) {
        return (int) (hash >>> 40) & mask;
    }
}
