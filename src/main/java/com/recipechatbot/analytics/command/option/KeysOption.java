package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.privacy.keys.KeySource;
import picocli.CommandLine.Option;

/** {@code --keys}: the keys of the pseudonyms in a lake. */
public final class KeysOption {

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description =
                    "The keys of the lake's pseudonyms: a file (jobs/run keys create --keys FILE makes one), or secretsmanager:NAME.")
    private String place;

    @Option(names = "--allow-open-keys", description = "Use a key file that users other than its owner have access to.")
    private boolean mayBeOpen;

    public KeySource source() {
        return new KeySource(place, mayBeOpen);
    }
}
