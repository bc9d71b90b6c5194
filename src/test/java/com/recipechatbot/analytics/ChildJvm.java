package com.recipechatbot.analytics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own with the class path and the Java flags of the tests: for what one process cannot show. */
public final class ChildJvm {

    private ChildJvm() {}

    /** @param command Java's own options, the main class and its arguments */
    public static ProcessBuilder of(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        whole.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        // Spark needs the modules open.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-") || flag.startsWith("-XX:+Ignore"))
                .forEach(whole::add);
        whole.addAll(
                List.of("-cp", "target/test-classes:target/classes:" + Files.readString(Path.of("target/class-path"))));
        whole.addAll(command);
        return new ProcessBuilder(whole);
    }
}
