package com.recipechatbot.analytics.run;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.metrics.MetricTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListedToolsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoDaysWithTwoToolsOfOneUser() {
        TestExport export = new TestExport(folder.resolve("export"));
        for (String day : new String[] {"2025-01-06", "2025-01-07"}) {
            export.day(
                    day,
                    message("c" + day, day + "T10:00:00", "ann", "tool", "TOOL_CALL[unitConverter] 3 cups"),
                    message("c" + day, day + "T10:01:00", "ann", "assistant", "TOOL_CALL[anns_timer] 3 minutes"));
        }
    }

    @Test
    void theLakeRemembersWhichToolsAreListed() {
        run("2025-01-06", "--tools=Unit Converter,egg_timer");
        run("2025-01-07");

        assertThat(TestLake.at(folder.resolve("lake")).rows(MetricTable.DAILY_TOOLS))
                .extracting(row -> row.get("day") + " " + row.get("tool"))
                .containsExactlyInAnyOrder(
                        "2025-01-06 unit_converter",
                        "2025-01-06 (other)",
                        "2025-01-07 unit_converter",
                        "2025-01-07 (other)");
    }

    private void run(String day, String... more) {
        String[] arguments = {
            "--input=" + folder.resolve("export"),
            "--lake=" + folder.resolve("lake"),
            "--keys=" + Commands.keys(folder),
            "--day=" + day
        };
        Ended ended = Commands.dailyMetrics(
                Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
}
