package com.recipechatbot.analytics.command.option;

import picocli.CommandLine.Option;

/** {@code --input}: the export that a job publishes. */
public final class InputOption {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR-or-s3",
            description =
                    "The folder above year=YYYY/month=MM/day=DD (JSON Lines or JSON arrays, plain or compressed), a DynamoDB export, "
                            + "the folder above several, or a plain folder of JSON Lines: detected automatically.")
    private String location;

    public String location() {
        return location;
    }
}
