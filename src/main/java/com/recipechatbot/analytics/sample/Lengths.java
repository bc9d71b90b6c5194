package com.recipechatbot.analytics.sample;

import java.util.Map;
import java.util.TreeMap;

/** How often each length or time occurs, and those that a share of them does not exceed. */
final class Lengths {

    private final TreeMap<Long, Long> countByLength = new TreeMap<>();
    private long count;

    void add(long length) {
        countByLength.merge(length, 1L, Long::sum);
        count++;
    }

    /** @return between two lengths where the share falls between them; null when there are none */
    Double percentile(double share) {
        if (count == 0) {
            return null;
        }
        double place = share * (count - 1);
        long below = (long) place;
        long lower = at(below);
        long upper = at(Math.min(below + 1, count - 1));
        return lower + (place - below) * (upper - lower);
    }

    /** @param place from 0, in the order of length */
    private long at(long place) {
        long seen = 0;
        for (Map.Entry<Long, Long> length : countByLength.entrySet()) {
            seen += length.getValue();
            if (place < seen) {
                return length.getKey();
            }
        }
        throw new IllegalArgumentException("Cannot find length %d: there are %d. Count again.".formatted(place, count));
    }
}
