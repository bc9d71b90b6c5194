package com.recipechatbot.analytics.tool;

import com.recipechatbot.analytics.privacy.KeyRing;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keys create}: the keys of the pseudonyms, for local use. */
@Command(name = "keys", description = "Makes the keys of the pseudonyms.", mixinStandardHelpOptions = true)
final class KeysCommand {

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = {
                "Writes new random keys: one for each month of 2020 to 2039 and one for each purpose.",
                "Whoever has this file can link pseudonyms to ids: keep it apart from the lake. Without it, or with",
                "another one, new rows cannot be joined with old ones."
            })
    int create(
            @Option(
                            names = "--keys",
                            required = true,
                            paramLabel = "FILE",
                            description = "A file that is not there yet.")
                    Path file) {
        KeyRing.create(file);
        System.out.printf(
                "keys: %s (readable by you only)%nnext: jobs/run backfill --input DIR --lake DIR --keys %s --from DAY --to DAY%n",
                file, file);
        return 0;
    }
}
