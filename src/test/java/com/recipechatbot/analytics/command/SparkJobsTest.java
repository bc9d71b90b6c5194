package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small day is all start-up and planning, so the number of Spark jobs is what it costs. */
class SparkJobsTest {

    /** The aim, and what it takes. */
    private static final int MOST = 40;

    /** On a lake that has the day already: four more read what is there. */
    private static final int MOST_AGAIN = 44;

    @TempDir
    private Path folder;

    @Test
    void aSmallDayPlansFewJobs() throws IOException {
        Commands.run(
                "generate",
                "--from=2025-01-06",
                "--days=1",
                "--conversations-per-day=40",
                "--seed=1",
                "--output=" + folder.resolve("export"));

        assertThat(jobsOfTheDay()).isBetween(1, MOST);
        assertThat(jobsOfTheDay()).isBetween(1, MOST_AGAIN);
    }

    private int jobsOfTheDay() throws IOException {
        Commands.Ended ended = Commands.ended(() -> RootCommand.runToEnd(
                "daily-metrics",
                "--input=" + folder.resolve("export/conversations"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--day=2025-01-06"));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return summary(ended).path("spark_jobs").asInt();
    }

    private static JsonNode summary(Commands.Ended ended) throws IOException {
        String line = ended.err()
                .lines()
                .filter(each -> each.startsWith("{\"event\":\"run\""))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(line);
    }
}
