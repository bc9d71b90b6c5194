package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.run.MinUsers;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --min-users}: how many users have to name a dish before a published table names it. */
public final class SmallCountOption {

    @Option(
            names = "--min-users",
            paramLabel = "K",
            description =
                    "Dishes named by fewer users than this are published as (other); 1 turns this off for private work. Default: as the lake was last written; 5 for a new one.")
    private Integer minUsers;

    public MinUsers minUsers() {
        return new MinUsers(Optional.ofNullable(minUsers));
    }
}
