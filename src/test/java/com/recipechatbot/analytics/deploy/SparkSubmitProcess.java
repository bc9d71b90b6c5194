package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * spark-submit in a process of its own, with the libraries of the image (Spark, Delta, Hadoop, the SDK) and nothing of
 * what our jar has to bring.
 *
 * @param properties of Java: what the image and AWS set
 * @param faults a folder of classes that the driver has besides
 */
record SparkSubmitProcess(Map<String, String> properties, Map<String, String> environment, Optional<Path> faults) {

    private static final long PATIENCE_MINUTES = 10;

    /** Runs a request as EMR Serverless would. */
    String run(JsonNode request) throws Exception {
        JsonNode submit = request.at("/jobDriver/sparkSubmit");
        List<String> arguments = new ArrayList<>(
                List.of(submit.path("sparkSubmitParameters").asText().split(" ")));
        arguments.add(submit.path("entryPoint").asText());
        submit.path("entryPointArguments").forEach(argument -> arguments.add(argument.asText()));
        return run(request.path("name").asText(), arguments);
    }

    /** @return what it printed, which also stays in target/spark-submit-NAME.log */
    String run(String name, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                Arrays.asList(JavaModuleOptions.defaultModuleOptions().trim().split(" +")));
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        String classPath =
                Stream.concat(faults.stream(), imageJars()).map(Path::toString).collect(Collectors.joining(":"));
        command.addAll(List.of("-cp", classPath, "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(arguments);

        Path log = Path.of("target/spark-submit-%s.log".formatted(name));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("ended in time, see " + log)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return Files.readString(log);
    }

    static Stream<Path> imageJars() throws Exception {
        return Arrays.stream(Files.readString(Path.of("target/class-path")).split(":"))
                .filter(file ->
                        !file.contains("libphonenumber") && !file.contains("picocli") && !file.contains("delta-kernel"))
                .map(Path::of);
    }
}
