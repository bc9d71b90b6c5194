package com.recipechatbot.analytics.command;

import picocli.CommandLine.Option;

/** {@code --keys}: the keys of the pseudonyms in a lake. */
final class KeysOption {

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description =
                    "The keys of the lake's pseudonyms: a file (jobs/run keys create --keys FILE makes one), or secretsmanager:NAME.")
    private String place;

    String place() {
        return place;
    }
}
