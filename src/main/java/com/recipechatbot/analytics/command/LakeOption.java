package com.recipechatbot.analytics.command;

import com.recipechatbot.analytics.lake.LakeReader;
import picocli.CommandLine.Option;

/** {@code --lake}: where the tables are. */
final class LakeOption {

    @Option(
            names = "--lake",
            required = true,
            paramLabel = "DIR-or-s3",
            description = "Where the tables are. A first run takes a new or empty folder.")
    private String location;

    String location() {
        return location;
    }

    /** Reads the tables with Delta Kernel, without Spark. */
    LakeReader reader() {
        return new LakeReader(HadoopSettings.fromSystemProperties(), location);
    }
}
