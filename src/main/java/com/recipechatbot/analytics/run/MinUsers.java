package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.Lake;
import java.util.Optional;

/**
 * How many users have to name a dish before a published table names it; the same for the days and weeks of a lake.
 *
 * @param asked empty to keep that of the lake
 */
public record MinUsers(Optional<Integer> asked) {

    private static final int USUAL = 5;

    /** Whether the days that are published were published with another number. */
    static boolean isAnotherThanIn(Lake lake, int minUsers) {
        return lake.settings().minUsers().filter(before -> before != minUsers).isPresent();
    }

    /** @throws UsageException when it is not a number of users */
    public int of(Lake lake) {
        int count = asked.orElseGet(() -> lake.settings().minUsers().orElse(USUAL));
        if (count < 1) {
            throw new UsageException("Cannot use --min-users %d: it counts users. Give 1 or more.".formatted(count));
        }
        return count;
    }
}
