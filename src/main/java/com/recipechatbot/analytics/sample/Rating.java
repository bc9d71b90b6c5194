package com.recipechatbot.analytics.sample;

import java.util.List;
import java.util.Map;

/**
 * What a user thought of the answers, as the chatbot's buttons write it into the metadata.
 *
 * @param points the same from 0 to 100
 */
record Rating(String field, Object value, int points) {

    private static final List<Integer> STARS = List.of(5, 5, 4, 4, 3, 1);

    static Rating pick(Chance chance) {
        if (chance.oneIn(3)) {
            return chance.oneIn(4)
                    ? new Rating("feedback", "thumbs_down", 0)
                    : new Rating("feedback", "thumbs_up", 100);
        }
        return stars(chance.pick(STARS));
    }

    /** @param count 1 to 5 */
    static Rating stars(int count) {
        return new Rating("rating", count, (count - 1) * 25);
    }

    Map<String, Object> metadata() {
        return Map.of(field, value);
    }
}
