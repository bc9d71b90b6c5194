package com.recipechatbot.analytics.command;

import picocli.CommandLine.Option;

/** The options that every job over an export takes. */
final class DailyOptions extends IngestOptions {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR-or-s3",
            description =
                    "The folder above year=YYYY/month=MM/day=DD (JSON Lines or JSON arrays, plain or gzipped), an export of "
                            + "DynamoDB, the folder above several, or a plain folder of JSON Lines: found out, not asked.")
    private String input;

    @Override
    String input() {
        return input;
    }
}
