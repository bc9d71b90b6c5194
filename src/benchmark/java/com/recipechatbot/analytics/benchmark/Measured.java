package com.recipechatbot.analytics.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a whole process took, its children included.
 *
 * @param cpuSeconds user and system seconds of all its threads
 * @param wallSeconds from start to exit
 * @param peakMegabytes resident memory of its largest process; 0 where there is no /proc
 */
record Measured(double cpuSeconds, double wallSeconds, double peakMegabytes) {

    private static final Pattern SPENT = Pattern.compile("(\\d+)m([0-9.]+)s");
    private static final long LOOK_EVERY_MILLIS = 200;

    /** @param log takes what it prints */
    static Measured run(List<String> command, Path log) throws IOException, InterruptedException {
        Path spent = Files.createTempFile("spent", ".txt");
        // The shell's own times are those of every child that it waited for.
        List<String> timed = Stream.concat(
                        Stream.of("bash", "-c", "\"$@\"; status=$?; times >" + spent + "; exit $status", "bash"),
                        command.stream())
                .toList();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(timed)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        double peak = 0;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, largest(process));
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException("This ended with " + process.exitValue() + ": " + String.join(" ", command)
                    + System.lineSeparator() + Files.readString(log));
        }
        // The second line holds the children's times.
        double cpu = SPENT.matcher(Files.readAllLines(spent).get(1))
                .results()
                .mapToDouble(Measured::seconds)
                .sum();
        Files.delete(spent);
        return new Measured(cpu, wall, peak);
    }

    private static double seconds(MatchResult spent) {
        return 60 * Integer.parseInt(spent.group(1)) + Double.parseDouble(spent.group(2));
    }

    private static double largest(Process process) {
        return process.descendants()
                .mapToDouble(child -> peakMegabytes(child.pid()))
                .max()
                .orElse(0);
    }

    private static double peakMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // It has just ended, or this system has no /proc.
            return 0;
        }
    }
}
