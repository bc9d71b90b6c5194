package com.recipechatbot.analytics.tool.emr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.job.ExitCode;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.recipechatbot.analytics.tool.sample.GenerateCommand;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What EMR Serverless would run, run here: spark-submit with the entry point, arguments and parameters of
 * {@code emr/job-run-daily.json}, the jar itself, no class path of ours, S3Proxy for S3 and a server that answers as
 * Secrets Manager does. It takes a minute and wants the jar, so it is no part of the suite:
 * {@code jobs/run --version && mvn -Dquick test -Dtest=SparkSubmitCheck}.
 */
class SparkSubmitCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "2025-01-06";

    @TempDir
    private Path folder;

    @Test
    void theRequestOfTheScheduleRunsAsItStands() throws Exception {
        Path jar = Path.of("target/recipe-chatbot-analytics.jar");
        assertThat(jar).as("build it first: jobs/run --version").exists();
        Path bucket = Files.createDirectories(folder.resolve("s3/chat"));
        Files.copy(jar, Files.createDirectories(bucket.resolve("jars")).resolve("a.jar"));
        assertThat(ExitCode.run(
                        new GenerateCommand(),
                        "--from=" + DAY,
                        "--days=1",
                        "--conversations-per-day=40",
                        "--seed=1",
                        "--output=" + folder.resolve("sample")))
                .isZero();
        Files.move(folder.resolve("sample/conversations"), bucket.resolve("conversations"));
        String keys = Files.readString(Commands.keys(folder));

        HttpServer secrets = secretsManager(keys);
        Configuration hadoop = new Configuration();
        try (S3Server s3 = S3Server.over(folder.resolve("s3"))) {
            s3.configure(hadoop);
            Set<String> asked;
            try (RecordingS3 recording = new RecordingS3(hadoop.get("fs.s3a.endpoint"))) {
                submit(
                        recording.endpoint(),
                        "http://127.0.0.1:" + secrets.getAddress().getPort());
                asked = recording.asked();
            }
            System.out.println("asked of S3: " + asked);
            assertThat(allowed()).containsAll(asked);
            assertThat(asked).contains("s3:GetObject jars", "s3:GetObject conversations", "s3:PutObject lake");

            Map<String, Object> row = TestLake.at(hadoop, "s3a://chat/lake")
                    .rows(MetricTable.DAILY_METRICS)
                    .get(0);
            JsonNode expected = JSON.readTree(Files.readString(folder.resolve("sample/expected.json")))
                    .at("/daily_metrics/0");
            for (String column : List.of("day", "active_users", "conversations", "messages", "recipe_mentions")) {
                assertThat(row.get(column).toString())
                        .as(column)
                        .isEqualTo(expected.path(column).asText());
            }
        } finally {
            secrets.stop(0);
        }
    }

    private void submit(String s3, String secrets) throws Exception {
        String request = Files.readString(Path.of("emr/job-run-daily.json"))
                .replace("${Bucket}", "chat")
                .replace("${JarKey}", "jars/a.jar")
                .replace("${InputPrefix}", "conversations")
                .replace("${Keys}", "arn:aws:secretsmanager:us-east-1:123456789012:secret:Keys-AbCdEf")
                .replace("${Zone}", "UTC")
                .replace("<aws.scheduler.scheduled-time>", "2025-01-07T02:00:00Z");
        JsonNode submit = JSON.readTree(request).at("/jobDriver/sparkSubmit");

        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                Arrays.asList(JavaModuleOptions.defaultModuleOptions().trim().split(" +")));
        command.addAll(List.of("-Xmx2g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // What the image and AWS bring: S3 under s3://, who asks, and where the services are.
        Configuration standIn = new Configuration(false);
        standIn.set("fs.s3a.endpoint", s3);
        standIn.set("fs.s3a.endpoint.region", "us-east-1");
        standIn.set("fs.s3a.path.style.access", "true");
        standIn.set("fs.s3a.access.key", "none");
        standIn.set("fs.s3a.secret.key", "none");
        standIn.set("fs.s3a.change.detection.version.required", "false");
        standIn.set("fs.s3.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
        standIn.forEach(setting -> command.add("-Dspark.hadoop." + setting.getKey() + "=" + setting.getValue()));
        command.addAll(List.of(
                "-Daws.endpointUrlSecretsManager=" + secrets,
                "-Daws.accessKeyId=none",
                "-Daws.secretAccessKey=none",
                "-Daws.disableEc2Metadata=true"));
        command.addAll(List.of("-cp", imageClassPath(), "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(
                Arrays.asList(submit.path("sparkSubmitParameters").asText().split(" ")));
        command.add(submit.path("entryPoint").asText());
        submit.path("entryPointArguments").forEach(argument -> command.add(argument.asText()));

        Path log = Path.of("target/spark-submit.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(15, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended in time, see " + log).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("{\"event\":\"run\",\"Job\":\"daily-metrics\",\"exit_code\":0");
    }

    /** Spark, Delta, Hadoop and the SDK, as on the image; what our jar has to bring is not there. */
    private static String imageClassPath() throws Exception {
        return Arrays.stream(Files.readString(Path.of("target/class-path")).split(":"))
                .filter(file -> !file.contains("libphonenumber") && !file.contains("picocli"))
                .collect(Collectors.joining(":"));
    }

    /** What the stack lets a run do, in the recorder's words. */
    private static Set<String> allowed() throws Exception {
        Set<String> allowed = new TreeSet<>();
        StackTemplate.walk(StackTemplate.read(Path.of("emr/stack.yaml")).properties("JobRole"), (key, value) -> {
            if (key.equals("Statement")) {
                for (Object each : StackTemplate.list(value)) {
                    Map<String, Object> statement = StackTemplate.map(each);
                    if (!statement.containsKey("Resource")) {
                        continue;
                    }
                    for (Object action : StackTemplate.list(statement.get("Action"))) {
                        for (Object resource : StackTemplate.list(statement.get("Resource"))) {
                            String text = StackTemplate.text(resource).replace("${Bucket.Arn}", "");
                            allowed.add((action + " " + text.replace("/*", "").replace("/", "")).strip());
                        }
                    }
                }
            }
        });
        return allowed;
    }

    private static HttpServer secretsManager(String secret) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = JSON.createObjectNode()
                    .put("SecretString", secret)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
