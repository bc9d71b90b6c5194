package com.recipechatbot.analytics.job;

import picocli.CommandLine.Option;

/** From how many users on a published table names a dish; the same for the days and the weeks of a lake. */
final class SmallCountOption {

    @Option(
            names = "--min-users",
            paramLabel = "K",
            defaultValue = "5",
            description =
                    "Dishes that fewer users name are published as (other); 1 switches this off for private work. Default: ${DEFAULT-VALUE}.")
    private int minUsers;

    int minUsers() {
        if (minUsers < 1) {
            throw new UsageException("Cannot use --min-users %d: it counts users. Give 1 or more.".formatted(minUsers));
        }
        return minUsers;
    }
}
