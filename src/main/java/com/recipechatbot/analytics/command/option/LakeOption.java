package com.recipechatbot.analytics.command.option;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.LakeReader;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** {@code --lake}: where the tables are. */
public final class LakeOption {

    @Option(
            names = "--lake",
            required = true,
            paramLabel = "DIR-or-s3",
            description = "Where the tables are. A first run takes a new or empty folder.")
    private String location;

    public String location() {
        return location;
    }

    /** The time zone of the lake that a reader reads. */
    public ZoneId zone(LakeReader reader) {
        return reader.zone()
                .orElseThrow(() -> new UsageException(
                        "Cannot report on %s: there is no lake. Run jobs/run backfill or daily-metrics first."
                                .formatted(location)));
    }

    /** Reads the tables with Delta Kernel, without Spark. */
    public LakeReader reader() {
        return new LakeReader(HadoopSettings.fromSystemProperties(), location);
    }
}
