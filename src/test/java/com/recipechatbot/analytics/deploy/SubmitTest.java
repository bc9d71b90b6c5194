package com.recipechatbot.analytics.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.AwsStub;
import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.command.ExitCode;
import com.recipechatbot.analytics.command.RootCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as EMR Serverless does; the SDK finds it by its own settings. */
class SubmitTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUN = "00f1";

    private record Ended(int exitCode, String out, String err) {}

    private final Deque<ObjectNode> looks = new ArrayDeque<>();

    @TempDir
    private Path folder;

    private AwsStub emr;
    private JsonNode started;
    private int status = 200;
    private String errorType;

    @BeforeEach
    void start() throws IOException {
        emr = AwsStub.answering(exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            ObjectNode answer = JSON.createObjectNode();
            if (status != 200) {
                exchange.getResponseHeaders().add("X-Amzn-ErrorType", errorType);
                answer.put("message", "as EMR Serverless says it");
            } else if (exchange.getRequestMethod().equals("POST")) {
                assertThat(exchange.getRequestURI()).hasPath("/applications/00app/jobruns");
                started = JSON.readTree(asked);
                answer.put("applicationId", "00app").put("jobRunId", RUN).put("arn", "arn");
            } else {
                assertThat(exchange.getRequestURI()).hasPath("/applications/00app/jobruns/" + RUN);
                answer.set("jobRun", looks.size() > 1 ? looks.removeFirst() : looks.peekFirst());
            }
            AwsStub.answer(exchange, status, "application/json", answer);
        });
        emr.inPlaceOf("EmrServerless");
        writeOutputs();
    }

    @AfterEach
    void stop() {
        emr.close();
    }

    @Test
    void aRunIsStartedAsItsScheduleDoesForTheDayThatIsAskedFor() throws IOException {
        Ended ended = submit("--job", "daily-metrics", "--day", "2025-01-15");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).isEqualTo(RUN + "\n");
        assertThat(ended.err())
                .isEqualTo("started daily-metrics: run 00f1 of application 00app\n"
                        + "logs: group /logs, streams daily-metrics/applications/00app/jobs/00f1\n");
        ObjectNode sent = started.deepCopy();
        assertThat(sent.remove("clientToken").asText()).isNotEmpty();
        String file = Files.readString(Path.of("emr/job-run-daily.json"))
                .replace("\"--scheduled-time\", \"<aws.scheduler.scheduled-time>\"", "\"--day\", \"2025-01-15\"")
                .replace("${Bucket}", "bkt")
                .replace("${JarKey}", "jars/a.jar")
                .replace("${JobRole.Arn}", "arn:aws:iam::123456789012:role/job")
                .replace("${InputPrefix}", "exports")
                .replace("${Keys}", "arn:aws:secretsmanager:us-east-1:123456789012:secret:Keys-AbCdEf")
                .replace("${Zone}", "UTC")
                .replace("${Stack}", "chat")
                .replace("${Logs}", "/logs");
        ObjectNode expected = (ObjectNode) JSON.readTree(file);
        // It stands in the path.
        expected.remove("applicationId");
        assertThat(sent).isEqualTo(expected);
    }

    @Test
    void aRunIsFollowedToItsEndWithItsCost() {
        looks.add(look("SUBMITTED"));
        looks.add(look("RUNNING"));
        looks.add(look("RUNNING"));
        ObjectNode success = look("SUCCESS");
        success.putObject("billedResourceUtilization")
                .put("vCPUHour", 0.1)
                .put("memoryGBHour", 0.3)
                .put("storageGBHour", 0.0);
        looks.add(success);

        Ended ended = submit("--job", "weekly-metrics", "--week", "2025-W03", "--wait", "--poll-seconds", "0");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err().lines().map(line -> line.replaceFirst("^\\[ *\\d+ s] ", "")))
                .containsSubsequence(
                        "SUBMITTED",
                        "RUNNING",
                        "SUCCESS",
                        "billed: 0.100 vCPU-hours, 0.300 GB-hours of memory, 0.000 GB-hours of disk: about $0.0056")
                .containsOnlyOnce("RUNNING");
    }

    @Test
    void aFailedRunEndsWithTheExitCodeOfTheJob() {
        looks.add(look("FAILED")
                .put(
                        "stateDetails",
                        "Job failed, please check complete logs. ExitCode: 3. Last: jane.roe@example.com"));

        Ended ended = submit("--job", "expire", "--as-of", "2025-01-15", "--wait", "--poll-seconds", "0");

        assertThat(ended.exitCode()).isEqualTo(ExitCode.INPUT_NOT_READY);
        assertThat(ended.err())
                .endsWith(
                        "billed: not known yet\nFAILED with exit code 3: Job failed, please check complete logs. ExitCode: 3. Last: [EMAIL]\n");
    }

    @Test
    void aCancelledRunIsNoSuccess() {
        looks.add(look("CANCELLED"));

        assertThat(submit("--job", "expire", "--as-of", "2025-01-15", "--wait").exitCode())
                .isEqualTo(ExitCode.UNEXPECTED);
    }

    @Test
    void wrongArgumentsAreFoundBeforeAnythingIsStarted() {
        assertThat(submit("--job", "daily-metrics"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "Cannot submit daily-metrics: Error: Missing required argument (specify one of these): (--scheduled-time=INSTANT | --day=DAY)\n"));
        assertThat(submit("--job", "weekly-metrics", "--day", "2025-01-15").err())
                .startsWith("Cannot submit weekly-metrics: ");
        assertThat(submit("--job", "erase").err())
                .isEqualTo(
                        "Cannot submit 'erase': it does not run on EMR Serverless. Choose one of: daily-metrics, weekly-metrics, monthly-metrics, expire, export, backfill.\n");
        assertThat(started).isNull();
    }

    /** The mail about a failed run repeats the last two arguments: they must be a time. */
    @Test
    void anExportNeedsTheTimeOfASchedule() {
        String why =
                "Cannot submit export: it exports what is missing up to a day. Give --scheduled-time, such as 2025-01-16T04:00:00Z, and no other time; for any other export, use jobs/run export.\n";
        assertThat(submit("--job", "export")).isEqualTo(new Ended(2, "", why));
        assertThat(submit("--job", "export", "--from", "2025-01-15", "--to", "2025-01-16")
                        .err())
                .isEqualTo(why);
        assertThat(submit("--job", "export", "--scheduled-time", "2025-01-16").exitCode())
                .isEqualTo(2);
        assertThat(started).isNull();
    }

    @Test
    void aDryRunPrintsTheRequest() throws IOException {
        Ended ended = submit("--job", "backfill", "--from", "2025-01-06", "--to", "2025-02-02", "--dry-run");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(JSON.readTree(ended.out()).at("/jobDriver/sparkSubmit/entryPointArguments"))
                .extracting(JsonNode::asText)
                .endsWith("--from", "2025-01-06", "--to", "2025-02-02")
                .contains("s3://bkt/lake");
        assertThat(ended.out()).doesNotContain("${");
        assertThat(started).isNull();
    }

    @Test
    void aTemplateTakesTheTimeThatIsAskedFor() throws IOException {
        Ended ended = submit("--job", "daily-metrics", "--day", "2025-01-15", "--template");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(JSON.readTree(ended.out()).at("/jobDriver/sparkSubmit/entryPointArguments"))
                .extracting(JsonNode::asText)
                .startsWith("daily-metrics", "--input", "s3://${Bucket}/${InputPrefix}")
                .endsWith("--day", "2025-01-15")
                .doesNotContain("--scheduled-time");
        assertThat(JSON.readTree(submit("--job", "daily-metrics", "--template").out()))
                .isEqualTo(JSON.readTree(Files.readString(Path.of("emr/job-run-daily.json"))));
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        Path outputs = folder.resolve("outputs.json");
        Files.writeString(outputs, "[]");
        assertThat(submit("--job", "expire", "--as-of", "2025-01-15").err())
                .isEqualTo(
                        "Cannot use the stack: its outputs in %s have no Application. Deploy emr/stack.yaml of this version with jobs/deploy.\n"
                                .formatted(outputs));
        Files.delete(outputs);
        assertThat(submit("--job", "expire", "--as-of", "2025-01-15").err())
                .isEqualTo(
                        "Cannot read the outputs of the stack: there is no file %s. Run jobs/deploy, or give --stack NAME; submit --template shows a request without a stack.\n"
                                .formatted(outputs));
    }

    @Test
    void eachStackHasItsOwnFile() {
        assertThat(Commands.run("submit", "--job=expire", "--as-of=2025-01-15", "--stack=second")
                        .err())
                .startsWith("Cannot read the outputs of the stack: there is no file emr/outputs/second.json.");
    }

    @Test
    void aRunHasTheTagsOfItsStack() throws IOException {
        Path outputs = folder.resolve("outputs.json");
        ArrayNode values = (ArrayNode) JSON.readTree(Files.readString(outputs));
        values.addObject()
                .put("OutputKey", "RunTags")
                .put("OutputValue", "{\"Stack\": \"chat\", \"cost centre\": \"4 2\"}");
        Files.writeString(outputs, values.toString());
        submit("--job", "expire", "--as-of", "2025-01-15");

        assertThat(started.path("tags")).isEqualTo(JSON.readTree("{\"Stack\": \"chat\", \"cost centre\": \"4 2\"}"));
    }

    @Test
    void aTimeoutCanBeGiven() throws IOException {
        Ended ended = submit("--job", "expire", "--as-of", "2025-01-15", "--timeout-minutes", "600", "--dry-run");

        assertThat(JSON.readTree(ended.out()).path("executionTimeoutMinutes").asInt())
                .isEqualTo(600);
    }

    @Test
    void aRefusalIsSaid() {
        refuse(403, "AccessDeniedException");
        assertThat(submit("--job", "expire", "--as-of", "2025-01-15"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "Cannot use EMR Serverless: access is denied. Ask for emr-serverless:StartJobRun, emr-serverless:GetJobRun, emr-serverless:TagResource and iam:PassRole on the job's role.\n"));
        refuse(404, "ResourceNotFoundException");
        assertThat(submit("--job", "expire", "--as-of", "2025-01-15").err())
                .isEqualTo(
                        "Cannot use the EMR Serverless application: the region has none with this id. Check the region, or run jobs/deploy.\n");
        refuse(400, "ValidationException");
        assertThat(submit("--job", "expire", "--as-of", "2025-01-15").err())
                .isEqualTo("Cannot start the run: EMR Serverless says 'as EMR Serverless says it'.\n");
        refuse(500, "InternalServerException");
        assertThat(submit("--job", "expire", "--as-of", "2025-01-15").exitCode())
                .isEqualTo(ExitCode.UNEXPECTED);
        emr.fallSilent();
        assertThat(submit("--job", "expire", "--as-of", "2025-01-15").err())
                .isEqualTo(
                        "Cannot reach EMR Serverless: no region, no credentials or no network. Set AWS_REGION, sign in, and run again.\n");
    }

    private Ended submit(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            String[] all = Stream.of(
                            Stream.of("submit"),
                            Arrays.stream(arguments),
                            Stream.of(
                                    "--outputs", folder.resolve("outputs.json").toString()))
                    .flatMap(Function.identity())
                    .toArray(String[]::new);
            int exitCode = RootCommand.run(all);
            return new Ended(exitCode, printed.toString(StandardCharsets.UTF_8), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private void refuse(int code, String type) {
        status = code;
        errorType = type;
    }

    private static ObjectNode look(String state) {
        return JSON.createObjectNode()
                .put("applicationId", "00app")
                .put("jobRunId", RUN)
                .put("state", state)
                .put("stateDetails", "");
    }

    private void writeOutputs() throws IOException {
        ArrayNode outputs = JSON.createArrayNode();
        Map.of(
                        "Application", "00app",
                        "Bucket", "bkt",
                        "JarKey", "jars/a.jar",
                        "JobRoleArn", "arn:aws:iam::123456789012:role/job",
                        "InputPrefix", "exports",
                        "Keys", "arn:aws:secretsmanager:us-east-1:123456789012:secret:Keys-AbCdEf",
                        "Zone", "UTC",
                        "Logs", "/logs",
                        "Stack", "chat",
                        "TableName", "recipe-conversations")
                .forEach((key, value) ->
                        outputs.addObject().put("OutputKey", key).put("OutputValue", value));
        outputs.addObject().put("OutputKey", "DigestTopic").put("OutputValue", "none");
        Files.writeString(folder.resolve("outputs.json"), outputs.toString());
    }
}
