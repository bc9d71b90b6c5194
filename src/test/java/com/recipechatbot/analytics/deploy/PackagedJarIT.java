package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.AwsStub;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.S3Server;
import com.recipechatbot.analytics.TestLake;
import com.recipechatbot.analytics.command.RootCommand;
import com.recipechatbot.analytics.faults.FailingTasks;
import com.recipechatbot.analytics.faults.KilledExecutors;
import com.recipechatbot.analytics.metrics.MetricTable;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar as EMR Serverless would run it: spark-submit with the entry point, arguments and parameters of
 * {@code emr/job-run-*.json} as they stand, S3Proxy for S3, and a server that answers as DynamoDB and Secrets Manager do.
 * Both write down what they are asked. Only expire, whose hundreds of small steps take a minute, runs in EraseOnS3Test.
 */
class PackagedJarIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path JAR = Path.of("target/recipe-chatbot-analytics.jar");
    private static final String DAY = "2025-01-06";
    private static final String TABLE = "recipe-conversations";
    private static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/" + TABLE;
    private static final String EXPORT_ARN = TABLE_ARN + "/export/0173";
    private static final String MANIFEST = "exports/AWSDynamoDB/0173/manifest-summary.json";
    private static final String KEYS_ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:Keys-AbCdEf";

    /** Rights that a run without faults has no use for, or that are used in its name where we cannot look, by AWS's documentation. */
    private static final Set<String> NOT_SEEN = Set.of(
            // Hadoop ends an upload that failed.
            "s3:AbortMultipartUpload lake",
            // DynamoDB writes an export with the rights of whoever asked for it.
            "s3:PutObject exports",
            "s3:PutObjectAcl exports",
            "s3:AbortMultipartUpload exports");

    /** Ids of runs and sources, and when they ran: another place is another source. */
    private static final Set<String> OF_THE_RUN = Set.of("source_id", "run_id", "sources", "started_at", "finished_at");

    @TempDir
    private static Path folder;

    private static final Set<String> ASKED = new ConcurrentSkipListSet<>();
    private static final Map<MetricTable, List<Map<String, Object>>> PUBLISHED = new EnumMap<>(MetricTable.class);
    private static String dailyLog;

    @BeforeAll
    static void theSchedulesRunOnce() throws Exception {
        Path bucket = Files.createDirectories(folder.resolve("s3/chat"));
        Files.copy(JAR, Files.createDirectories(bucket.resolve("jars")).resolve("a.jar"));
        assertThat(RootCommand.run(
                        "generate",
                        "--from=" + DAY,
                        "--days=1",
                        "--conversations-per-day=40",
                        "--seed=1",
                        "--output=" + folder.resolve("sample")))
                .isZero();
        Files.move(folder.resolve("sample/conversations"), bucket.resolve("conversations"));
        Files.createDirectories(bucket.resolve(MANIFEST).getParent());
        Files.writeString(bucket.resolve(MANIFEST), "{\"itemCount\": 7}");

        Configuration hadoop = new Configuration();
        try (S3Server s3 = S3Server.over(folder.resolve("s3"));
                RecordingS3 recording = new RecordingS3(s3.endpoint().toString());
                AwsStub aws = AwsStub.answering(PackagedJarIT::answer)) {
            s3.configure(hadoop);
            SparkSubmitProcess submit = new SparkSubmitProcess(properties(recording, aws), Map.of(), Optional.empty());
            assertThat(submit.run(request("export", DAY + "T00:15:00Z"))).contains("exported: 7 items");
            dailyLog = submit.run(request("daily", "2025-01-07T02:00:00Z"));
            // What src/main/resources/cost/measurements.csv says of a run.
            System.out.println("asked of S3 by daily-metrics: " + recording.asked());
            System.out.println("printed by daily-metrics: " + dailyLog.length());
            TestLake lake = TestLake.at(hadoop, "s3a://chat/lake");
            for (MetricTable table : MetricTable.values()) {
                if (Files.exists(bucket.resolve("lake").resolve(table.contract().location()))) {
                    PUBLISHED.put(table, lake.rows(table, column -> !OF_THE_RUN.contains(column)));
                }
            }
            submit.run(request("weekly", "2025-01-13T03:00:00Z"));
            submit.run(request("monthly", "2025-02-01T03:30:00Z"));
            assertThat(lake.rows(MetricTable.WEEKLY_METRICS)).hasSize(1);
            assertThat(lake.rows(MetricTable.MONTHLY_METRICS)).hasSize(1);
            ASKED.addAll(recording.asked().keySet());
        }
    }

    @Test
    void theDayIsPublishedAsItWasPlanted() throws IOException {
        Map<String, Object> row = PUBLISHED.get(MetricTable.DAILY_METRICS).get(0);
        JsonNode expected =
                JSON.readTree(folder.resolve("sample/expected.json").toFile()).at("/daily_metrics/0");
        for (String column : List.of("day", "active_users", "conversations", "messages", "recipe_mentions")) {
            assertThat(row.get(column).toString())
                    .as(column)
                    .isEqualTo(expected.path(column).asText());
        }
        assertThat(dailyLog)
                .contains("{\"event\":\"run\",\"Stack\":\"chat\",\"Job\":\"daily-metrics\",\"exit_code\":0");
    }

    @Test
    void theRoleMayDoWhatTheRunsAskForAndNoMore() throws IOException {
        Set<String> needed = new TreeSet<>(ASKED);
        assertThat(needed).doesNotContainAnyElementsOf(NOT_SEEN);
        needed.addAll(NOT_SEEN);

        assertThat(needed).isEqualTo(JobRights.inStack(TABLE, KEYS_ARN));
    }

    /** Which includes the counts of {@code pipeline_runs}: a record is counted once, however often it was read. */
    @Test
    void twoExecutorsGiveTheSameTablesAlsoWhenTheyAreKilledAndTasksFail() throws Exception {
        Path faults = classes(KilledExecutors.class, FailingTasks.class);
        SparkSubmitProcess submit = new SparkSubmitProcess(
                Map.of(),
                Map.of("SPARK_HOME", sparkHome().toString(), "SPARK_SCALA_VERSION", "2.13"),
                Optional.of(faults));
        Path events = Files.createDirectories(folder.resolve("events"));
        List<String> arguments = new ArrayList<>(
                List.of("--master", "local-cluster[2,1,1024]", "--properties-file", "jobs/spark.properties"));
        Map.of(
                        "spark.executor.memory", "1g",
                        // Both, before the first task.
                        "spark.scheduler.minRegisteredResourcesRatio", "1.0",
                        // So that a small day has something to shuffle.
                        "spark.recipechatbot.taskBytes", "20k",
                        "spark.eventLog.enabled", "true",
                        "spark.eventLog.rolling.enabled", "false",
                        "spark.eventLog.compress", "false",
                        "spark.eventLog.dir", events.toUri().toString(),
                        "spark.extraListeners", KilledExecutors.class.getName(),
                        "spark.executor.extraClassPath", faults.toString(),
                        "spark.hadoop.fs.file.impl", FailingTasks.class.getName())
                .forEach((name, value) -> arguments.addAll(List.of("--conf", name + "=" + value)));
        arguments.addAll(List.of(
                "--class",
                "com.recipechatbot.analytics.Main",
                JAR.toString(),
                "daily-metrics",
                "--input=" + folder.resolve("s3/chat/conversations"),
                "--lake=" + folder.resolve("cluster"),
                "--keys=" + Commands.keys(folder),
                "--day=" + DAY));

        String log = submit.run("cluster", arguments);

        assertThat(log.split(KilledExecutors.KILLED, -1)).hasSize(3);
        Tasks tasks = Tasks.of(events);
        assertThat(tasks.executorsThatShared()).hasSizeGreaterThan(1);
        assertThat(tasks.failedReading()).isPositive();
        assertThat(tasks.failedWriting()).isPositive();
        assertThat(tasks.repeatedStages()).isPositive();
        TestLake lake = TestLake.at(folder.resolve("cluster"));
        assertThat(PUBLISHED).hasSizeGreaterThan(10).containsKey(MetricTable.PIPELINE_RUNS);
        PUBLISHED.forEach((table, rows) -> assertThat(lake.rows(table, column -> !OF_THE_RUN.contains(column)))
                .as(table.tableName())
                .isEqualTo(rows));
    }

    private static Path classes(Class<?>... classes) throws Exception {
        Path to = folder.resolve("faults");
        for (Class<?> type : classes) {
            String prefix = type.getSimpleName();
            Path from = Path.of(type.getResource(prefix + ".class").toURI()).getParent();
            Path in = Files.createDirectories(to.resolve(type.getPackageName().replace('.', '/')));
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(
                                each -> each.getFileName().toString().matches(prefix + "(\\$.*)?\\.class"))
                        .toList()) {
                    Files.copy(file, in.resolve(file.getFileName()));
                }
            }
        }
        return to;
    }

    /** Where executors are started from: a folder of jars is enough. Not a temporary one, as they outlive the run a little. */
    private static Path sparkHome() throws Exception {
        Path home = Path.of("target/spark-home").toAbsolutePath();
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (Path jar : SparkSubmitProcess.imageJars().toList()) {
            Path link = jars.resolve(jar.getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, jar);
        }
        return home;
    }

    /** What Spark's event log says of the tasks of a run. */
    private record Tasks(Set<String> executorsThatShared, int failedReading, int failedWriting, int repeatedStages) {

        static Tasks of(Path events) throws IOException {
            Set<String> executors = new TreeSet<>();
            int reading = 0;
            int writing = 0;
            int stages = 0;
            try (Stream<Path> logs = Files.list(events)) {
                for (String line : Files.readAllLines(logs.findFirst().orElseThrow())) {
                    JsonNode event = JSON.readTree(line);
                    if (event.at("/Task Metrics/Shuffle Read Metrics/Total Records Read")
                                    .asLong()
                            > 0) {
                        executors.add(event.at("/Task Info/Executor ID").asText());
                    }
                    String failure = event.at("/Task End Reason").toString();
                    if (failure.contains(FailingTasks.FAILED)) {
                        boolean reads = event.path("Task Type").asText().equals("ShuffleMapTask");
                        reading += reads ? 1 : 0;
                        writing += reads ? 0 : 1;
                    }
                    boolean isRepeated =
                            event.at("/Stage Info/Stage Attempt ID").asInt() > 0;
                    stages += isRepeated && event.path("Event").asText().equals("SparkListenerStageCompleted") ? 1 : 0;
                }
            }
            return new Tasks(executors, reading, writing, stages);
        }
    }

    /** The request of a schedule, with its references filled in as the stack and the scheduler do. */
    private static JsonNode request(String name, String time) throws IOException {
        return JSON.readTree(Files.readString(Path.of("emr/job-run-%s.json".formatted(name)))
                .replace("${Bucket}", "chat")
                .replace("${JarKey}", "jars/a.jar")
                .replace("${InputPrefix}", "conversations")
                .replace("${TableName}", TABLE)
                .replace("${Keys}", KEYS_ARN)
                .replace("${Zone}", "UTC")
                .replace("${Stack}", "chat")
                .replace("${Key}", "none")
                .replace("${DigestTopic}", "none")
                .replace("<aws.scheduler.scheduled-time>", time));
    }

    /** What the image and AWS bring: S3 under s3://, who asks, and where the services are. */
    private static Map<String, String> properties(RecordingS3 s3, AwsStub aws) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("spark.hadoop.fs.s3.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem");
        properties.put("spark.hadoop.fs.s3a.endpoint", s3.endpoint());
        properties.put("spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
        properties.put("spark.hadoop.fs.s3a.path.style.access", "true");
        properties.put("spark.hadoop.fs.s3a.access.key", "none");
        properties.put("spark.hadoop.fs.s3a.secret.key", "none");
        properties.put("spark.hadoop.fs.s3a.change.detection.version.required", "false");
        properties.putAll(aws.settings("SecretsManager"));
        properties.putAll(aws.settings("DynamoDb"));
        properties.put("aws.endpointUrlS3", s3.endpoint());
        return properties;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody());
        ObjectNode answer = JSON.createObjectNode();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        switch (target) {
            case "secretsmanager.GetSecretValue" -> {
                ASKED.add("secretsmanager:GetSecretValue "
                        + asked.path("SecretId").asText());
                answer.put("SecretString", Files.readString(Commands.keys(folder)));
            }
            case "DynamoDB_20120810.DescribeTable" -> {
                ASKED.add("dynamodb:DescribeTable " + "table/"
                        + asked.path("TableName").asText());
                answer.putObject("Table").put("TableArn", TABLE_ARN);
            }
            case "DynamoDB_20120810.DescribeContinuousBackups" -> {
                ASKED.add("dynamodb:DescribeContinuousBackups table/"
                        + asked.path("TableName").asText());
                answer.putObject("ContinuousBackupsDescription")
                        .put("ContinuousBackupsStatus", "ENABLED")
                        .putObject("PointInTimeRecoveryDescription")
                        .put("PointInTimeRecoveryStatus", "ENABLED")
                        .put("EarliestRestorableDateTime", 1736000000.5);
            }
            case "DynamoDB_20120810.ExportTableToPointInTime" -> {
                ASKED.add("dynamodb:ExportTableToPointInTime "
                        + resource(asked.path("TableArn").asText()));
                answer.putObject("ExportDescription")
                        .put("ExportArn", EXPORT_ARN)
                        .put("ExportStatus", "IN_PROGRESS");
            }
            case "DynamoDB_20120810.DescribeExport" -> {
                ASKED.add("dynamodb:DescribeExport "
                        + resource(asked.path("ExportArn").asText()));
                answer.putObject("ExportDescription")
                        .put("ExportArn", EXPORT_ARN)
                        .put("ExportStatus", "COMPLETED")
                        .put("ExportManifest", MANIFEST)
                        .put("ItemCount", 7);
            }
            default -> ASKED.add(target);
        }
        AwsStub.answer(exchange, 200, "application/x-amz-json-1.1", answer);
    }

    /** Such as {@code table/NAME/export}. */
    private static String resource(String arn) {
        return arn.split(":", 6)[5].replaceFirst("/export/.*", "/export");
    }
}
