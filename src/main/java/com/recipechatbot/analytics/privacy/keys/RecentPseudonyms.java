package com.recipechatbot.analytics.privacy.keys;

import java.util.function.Supplier;

/** Remembers the last pseudonyms of one kind, because the messages of a conversation repeat its ids. For one thread. */
final class RecentPseudonyms {

    private static final int SLOTS = 256;

    private final String[] ids = new String[SLOTS];
    private final int[] periods = new int[SLOTS];
    private final String[] pseudonyms = new String[SLOTS];

    String of(String id, int period, Supplier<String> make) {
        int slot = (id.hashCode() * 31 + period) & (SLOTS - 1);
        if (periods[slot] != period || !id.equals(ids[slot])) {
            String made = make.get();
            ids[slot] = id;
            periods[slot] = period;
            pseudonyms[slot] = made;
        }
        return pseudonyms[slot];
    }
}
