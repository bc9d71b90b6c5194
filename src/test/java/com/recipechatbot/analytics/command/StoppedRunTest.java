package com.recipechatbot.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A run that a scheduler stops tells so in its last lines, and nothing else. */
class StoppedRunTest {

    /** Fails as a run on Spark does: its session is closed while it works. */
    @Command(name = "daily-metrics")
    static final class Works implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            CountDownLatch sessionIsClosed = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(sessionIsClosed::countDown));
            System.err.println("working");
            sessionIsClosed.await();
            throw new IllegalStateException("Job 7 cancelled because SparkContext was shut down");
        }

        public static void main(String[] arguments) {
            CommandLine works = ExitCode.handlingFailuresOf(new CommandLine(new Works()));
            System.exit(RunSummary.runToEnd(works, works::execute));
        }
    }

    @TempDir
    private Path folder;

    @Test
    void aStoppedRunSaysSoAndNoMore() throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Works.class.getName())
                .redirectError(said.toFile())
                .redirectOutput(new File("/dev/null"))
                .start();
        try {
            while (process.isAlive() && !Files.readString(said).contains("working")) {
                Thread.sleep(50);
            }
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        List<String> lines = Files.readAllLines(said);
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(lines)
                .hasSize(3)
                .startsWith("working", "Stopped before its end. Nothing was partially published: run it again.");
        assertThat(lines.get(2))
                .startsWith("{\"event\":\"run\",\"Stack\":\"local\",\"Job\":\"daily-metrics\",\"exit_code\":143,")
                .doesNotContain("outcome");
    }
}
