package com.recipechatbot.analytics.command;

import picocli.CommandLine.Option;

/** The options of a replay, which needs no export where the records themselves were kept. */
final class ReplayOptions extends IngestOptions {

    @Option(
            names = "--input",
            paramLabel = "DIR-or-s3",
            description = {
                "The export that the records came from: reads the days again of which records were rejected. Without it,",
                "the records are taken as the lake keeps them, sealed, for which the keys must hold the quarantine key."
            })
    private String input;

    @Override
    String input() {
        return input;
    }
}
