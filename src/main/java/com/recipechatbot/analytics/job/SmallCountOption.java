package com.recipechatbot.analytics.job;

import com.recipechatbot.analytics.lake.Lake;
import picocli.CommandLine.Option;

/** From how many users on a published table names a dish; the same for the days and the weeks of a lake. */
final class SmallCountOption {

    private static final int USUAL = 5;

    @Option(
            names = "--min-users",
            paramLabel = "K",
            description =
                    "Dishes that fewer users name are published as (other); 1 switches this off for private work. Default: as the lake was last written; 5 for a new one.")
    private Integer minUsers;

    /** @throws UsageException when it is no number of users */
    int minUsers(Lake lake) {
        int count = minUsers == null ? lake.minUsers().orElse(USUAL) : minUsers;
        if (count < 1) {
            throw new UsageException("Cannot use --min-users %d: it counts users. Give 1 or more.".formatted(count));
        }
        return count;
    }
}
