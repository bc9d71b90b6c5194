package com.recipechatbot.analytics.metrics.counts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many users the reader of a published week knows it to have had, and what follows when the days are subtracted. */
record UserBand(int least, int most) {

    private static final int[] BOUNDS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    /** The band whose lower bound weekly_recipes publishes: the one after the largest day is left out where a smaller day is close to it. */
    static UserBand of(int users, List<Integer> days, int minUsers) {
        int largest = Collections.max(days);
        int least = minUsers;
        boolean isFirst = true;
        for (int bound : BOUNDS) {
            if (bound > largest && isFirst) {
                isFirst = false;
                if (days.stream().anyMatch(day -> day < largest && bound - day <= minUsers)) {
                    continue;
                }
            }
            if (bound > minUsers) {
                if (users < bound) {
                    return new UserBand(least, bound - 1);
                }
                least = bound;
            }
        }
        throw new IllegalArgumentException("too many users");
    }

    /** Without that. */
    static UserBand plain(int users, int minUsers) {
        return of(users, List.of(minUsers), minUsers);
    }

    /**
     * What an attacker knows to be 1 to minUsers - 1 users.
     *
     * @param days the exact users of each day of a dish
     * @param week what is known of their week
     * @param hasOtherDays whether it counts days that are not named, which the sum of conversations tells
     */
    static List<String> isolated(List<Integer> days, UserBand week, boolean hasOtherDays, int minUsers) {
        int sum = days.stream().mapToInt(Integer::intValue).sum();
        int least = Math.max(week.least, Collections.max(days));
        int most = hasOtherDays ? week.most : Math.min(week.most, sum);
        List<String> found = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << days.size(); chosen++) {
            List<Integer> some = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    some.add(days.get(i));
                }
            }
            int ofSome = some.stream().mapToInt(Integer::intValue).sum();
            // Users of none of these days.
            if (least - ofSome >= 1 && most - Collections.max(some) < minUsers) {
                found.add("others than on " + some);
            }
            // Users of both of two days.
            if (some.size() == 2 && !hasOtherDays) {
                int both = Math.min(Collections.min(some), sum - least);
                if (ofSome - most >= 1 && both < minUsers) {
                    found.add("loyal on " + some);
                }
            }
        }
        return found;
    }
}
