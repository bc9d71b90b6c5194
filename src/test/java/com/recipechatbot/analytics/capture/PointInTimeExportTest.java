package com.recipechatbot.analytics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests what DynamoDB Local cannot do, against a server that answers like DynamoDB and S3. */
class PointInTimeExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/recipe-conversations";
    private static final String ARN = TABLE_ARN + "/export/01738627500000-5e6f7a8b";
    private static final String MANIFEST = "exports/AWSDynamoDB/01738627500000-5e6f7a8b/manifest-summary.json";
    private static final ExportWindow WINDOW =
            new ExportWindow(Instant.parse("2025-01-15T00:00:00Z"), Instant.parse("2025-01-16T00:00:00Z"));

    /** Answers by operation; the last answer of each operation is repeated. */
    private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();

    private final Map<String, List<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, String> objects = new ConcurrentHashMap<>();
    private HttpServer server;
    private DynamoDbClient dynamoDb;
    private S3Client s3;
    private int pauses;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (target == null) {
                answerObject(exchange);
            } else {
                answer(exchange, target.substring(target.indexOf('.') + 1));
            }
        });
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        dynamoDb = AwsClients.dynamoDb(endpoint, 2);
        s3 = AwsClients.s3(endpoint);
        will("DescribeTable", "{\"Table\":{\"TableArn\":\"%s\"}}".formatted(TABLE_ARN));
        will("ExportTableToPointInTime", export("IN_PROGRESS", ""));
    }

    @AfterEach
    void stop() {
        dynamoDb.close();
        s3.close();
        server.stop(0);
    }

    @Test
    void thePreviousDayIsExportedWithEarlierVersions() {
        assertThat(exporter().startIncremental(WINDOW)).isEqualTo(ARN);

        JsonNode request = asked.get("ExportTableToPointInTime").get(0);
        assertThat(request.path("TableArn").asText()).isEqualTo(TABLE_ARN);
        assertThat(request.path("S3Bucket").asText()).isEqualTo("bucket");
        assertThat(request.path("S3Prefix").asText()).isEqualTo("exports");
        assertThat(request.path("ExportFormat").asText()).isEqualTo("DYNAMODB_JSON");
        assertThat(request.path("ExportType").asText()).isEqualTo("INCREMENTAL_EXPORT");
        JsonNode window = request.path("IncrementalExportSpecification");
        assertThat(window.path("ExportFromTime").asLong())
                .isEqualTo(Instant.parse("2025-01-15T00:00:00Z").getEpochSecond());
        assertThat(window.path("ExportToTime").asLong())
                .isEqualTo(Instant.parse("2025-01-16T00:00:00Z").getEpochSecond());
        assertThat(window.path("ExportViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    }

    @Test
    void anExportIsEncryptedWithTheCustomersKey() {
        new PointInTimeExport(dynamoDb, s3, "t", "s3://bucket/exports", Optional.of("arn:key"), Pause.SLEEP)
                .startIncremental(WINDOW);
        exporter().startIncremental(WINDOW);

        List<JsonNode> requests = asked.get("ExportTableToPointInTime");
        assertThat(requests.get(0).path("S3SseAlgorithm").asText()).isEqualTo("KMS");
        assertThat(requests.get(0).path("S3SseKmsKeyId").asText()).isEqualTo("arn:key");
        assertThat(requests.get(1).has("S3SseAlgorithm")).isFalse();
    }

    @Test
    void theWholeTableIsExportedAsOfNowOrEarlier() {
        exporter().startFull(Optional.empty());
        exporter().startFull(Optional.of(Instant.parse("2025-01-15T12:00:00Z")));

        List<JsonNode> requests = asked.get("ExportTableToPointInTime");
        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(request.path("ExportType").asText()).isEqualTo("FULL_EXPORT"));
        assertThat(requests.get(0).has("ExportTime")).isFalse();
        assertThat(requests.get(1).path("ExportTime").asLong())
                .isEqualTo(Instant.parse("2025-01-15T12:00:00Z").getEpochSecond());
    }

    @Test
    void onlyTheSameRequestHasTheSameToken() {
        exporter().startIncremental(WINDOW);
        exporter().startIncremental(WINDOW);
        exporter().startIncremental(new ExportWindow(WINDOW.to(), WINDOW.to().plus(Duration.ofDays(1))));
        exporter().startFull(Optional.empty());
        exporter().startFull(Optional.empty());

        List<String> tokens = asked.get("ExportTableToPointInTime").stream()
                .map(request -> request.path("ClientToken").asText())
                .toList();
        assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
        assertThat(tokens.subList(1, 5)).doesNotHaveDuplicates();
    }

    @Test
    void anExportThatFailedIsRequestedAgain() {
        answers.remove("ExportTableToPointInTime");
        will(
                "ExportTableToPointInTime",
                export("FAILED", ""),
                export("IN_PROGRESS", "").replace("5e6f7a8b", "second"));

        assertThat(exporter().startIncremental(WINDOW)).endsWith("second");
        assertThat(asked.get("ExportTableToPointInTime"))
                .extracting(request -> request.path("ClientToken").asText())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void itWaitsForTheManifestNotOnlyForDynamoDb() {
        will("DescribeExport", export("IN_PROGRESS", ""), completed(28));
        PointInTimeExport export = exporter(duration -> {
            pauses++;
            if (pauses == 2) {
                objects.put("/bucket/" + MANIFEST, "{\"itemCount\": 28}");
            }
        });

        assertThat(export.await(List.of(ARN), Duration.ofMinutes(10)))
                .containsExactly(
                        new PointInTimeExport.Finished("s3://bucket/exports/AWSDynamoDB/01738627500000-5e6f7a8b", 28));
        assertThat(pauses).isEqualTo(2);
        assertThat(asked.get("DescribeExport").get(0).path("ExportArn").asText())
                .isEqualTo(ARN);
    }

    @Test
    void aManifestWithADifferentCountIsReported() {
        will("DescribeExport", completed(28));
        objects.put("/bucket/" + MANIFEST, "{\"itemCount\": 27}");

        assertThatThrownBy(() -> exporter().await(List.of(ARN), Duration.ofMinutes(10)))
                .isInstanceOf(ExportFailedException.class)
                .hasMessage(
                        "Cannot use the export of the table recipe-conversations: its manifest lists 27 items, DynamoDB reports 28. Export it again.");
    }

    @Test
    void aFailedExportIsReported() {
        will("DescribeExport", export("FAILED", ",\"FailureCode\":\"S3AccessDenied\""));

        assertThatThrownBy(() -> exporter().await(List.of(ARN), Duration.ofMinutes(10)))
                .isInstanceOf(ExportFailedException.class)
                .hasMessage(
                        "Cannot export the table recipe-conversations: DynamoDB gave up (S3AccessDenied). For details: aws dynamodb describe-export --export-arn %s",
                        ARN);
    }

    @Test
    void theWaitIsLimited() {
        will("DescribeExport", export("IN_PROGRESS", ""));

        assertThatThrownBy(() -> exporter().await(List.of(ARN), Duration.ofMinutes(1)))
                .isInstanceOf(CaptureNotReadyException.class)
                .hasMessage(
                        "Cannot return the export of the table recipe-conversations yet: there is no manifest after 1 minutes. DynamoDB continues; run the same command again to wait for it.");
        assertThat(pauses).isEqualTo(4);
    }

    /** EMR Serverless ends a run that waits for each of them as long as for all. */
    @Test
    void theWaitIsForAllExportsTogether() {
        objects.put("/bucket/" + MANIFEST, "{\"itemCount\": 28}");
        will(
                "DescribeExport",
                export("IN_PROGRESS", ""),
                export("IN_PROGRESS", ""),
                completed(28),
                export("IN_PROGRESS", ""));

        assertThatThrownBy(() -> exporter().await(List.of(ARN, ARN), Duration.ofMinutes(1)))
                .isInstanceOf(CaptureNotReadyException.class);
        assertThat(pauses).isEqualTo(4);
    }

    @Test
    void refusalsAreReportedWithWhatToDo() {
        assertRefused("PointInTimeRecoveryUnavailableException")
                .hasMessage(
                        "Cannot export the table recipe-conversations: its point-in-time recovery is off. Turn it on with jobs/run create-table; times before that cannot be exported.");
        assertRefused("InvalidExportTimeException")
                .hasMessage(
                        "Cannot export the table recipe-conversations: the time is before its point-in-time recovery begins, or in the future. Give a time in between.");
        assertRefused("ExportConflictException")
                .hasMessage(
                        "Cannot export the table recipe-conversations: it is already being exported, to another location or with other settings. Wait until that export has finished.");
        assertRefused("AccessDeniedException")
                .hasMessage(
                        "Cannot export the table recipe-conversations: AWS refuses the call (AccessDeniedException). Sign in, or give this role the permission.");
    }

    @Test
    void anUnreachableServerIsReported() {
        server.stop(0);

        assertThatThrownBy(() -> exporter().startIncremental(WINDOW))
                .isInstanceOf(CaptureException.class)
                .hasMessage(
                        "Cannot export the table recipe-conversations: AWS is unreachable. Check the credentials, the region and the network or --endpoint, then run it again.");
    }

    @Test
    void onlyWindowsThatDynamoDbExportsAreAccepted() {
        Instant midnight = Instant.parse("2025-01-15T00:00:00Z");
        assertThat(new ExportWindow(midnight, midnight.plus(Duration.ofMinutes(15))))
                .isNotNull();
        for (Duration wrong :
                List.of(Duration.ofMinutes(14), Duration.ofHours(24).plusSeconds(1), Duration.ofDays(-1))) {
            assertThatThrownBy(() -> new ExportWindow(midnight, midnight.plus(wrong)))
                    .hasMessage(
                            "Cannot export what was written from %s to %s: DynamoDB exports windows of 15 minutes to 24 hours. Give other instants.",
                            midnight, midnight.plus(wrong));
        }
        assertThatThrownBy(
                        () -> new PointInTimeExport(dynamoDb, s3, "t", "/tmp/exports", Optional.empty(), Pause.SLEEP))
                .hasMessage(
                        "Cannot write to /tmp/exports: it is not a location on S3. Give one like s3://bucket/exports.");
    }

    @Test
    void aTableIsGivenPointInTimeRecoveryOnceItsBackupsAreThere() {
        answers.clear();
        String recovery =
                "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\",\"PointInTimeRecoveryDescription\":{\"PointInTimeRecoveryStatus\":\"%s\"}}}";
        will("DescribeTable", """
                {"Table":{"TableName":"t","TableStatus":"ACTIVE","BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST"},
                 "KeySchema":[{"AttributeName":"conversation_id","KeyType":"HASH"},{"AttributeName":"timestamp","KeyType":"RANGE"}],
                 "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"},
                 "GlobalSecondaryIndexes":[{"IndexName":"date-index","IndexStatus":"ACTIVE",
                   "KeySchema":[{"AttributeName":"date_shard","KeyType":"HASH"},{"AttributeName":"timestamp","KeyType":"RANGE"}]}]}}""");
        will(
                "DescribeTimeToLive",
                "{\"TimeToLiveDescription\":{\"AttributeName\":\"ttl\",\"TimeToLiveStatus\":\"ENABLED\"}}");
        will("DescribeContinuousBackups", recovery.formatted("DISABLED"), recovery.formatted("ENABLED"));
        will("UpdateContinuousBackups", "!ContinuousBackupsUnavailableException", recovery.formatted("ENABLED"));

        assertThat(setup().apply()).last().isEqualTo("point-in-time recovery: on, new");
        assertThat(asked.get("UpdateContinuousBackups"))
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.toString())
                                .isEqualTo(
                                        "{\"TableName\":\"t\",\"PointInTimeRecoverySpecification\":{\"PointInTimeRecoveryEnabled\":true}}"));
        assertThat(setup().apply()).last().isEqualTo("point-in-time recovery: on");
        assertThat(asked.get("UpdateContinuousBackups")).hasSize(2);
    }

    private TableSetup setup() {
        return new TableSetup(dynamoDb, "t", true, duration -> pauses++);
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String code) {
        answers.remove("ExportTableToPointInTime");
        will("ExportTableToPointInTime", "!" + code);
        return assertThatThrownBy(() -> exporter().startIncremental(WINDOW)).isInstanceOf(CaptureException.class);
    }

    private PointInTimeExport exporter() {
        return exporter(duration -> pauses++);
    }

    private PointInTimeExport exporter(Pause pause) {
        return new PointInTimeExport(
                dynamoDb, s3, "recipe-conversations", "s3://bucket/exports/", Optional.empty(), pause);
    }

    private static String export(String status, String more) {
        return "{\"ExportDescription\":{\"ExportArn\":\"%s\",\"ExportStatus\":\"%s\"%s}}".formatted(ARN, status, more);
    }

    private static String completed(int items) {
        return export("COMPLETED", ",\"ExportManifest\":\"%s\",\"ItemCount\":%d".formatted(MANIFEST, items));
    }

    /**
     * The answers of an operation, one call after the other; an answer that begins with an exclamation mark is an
     * error.
     */
    private void will(String operation, String... bodies) {
        answers.computeIfAbsent(operation, missing -> new ArrayDeque<>()).addAll(List.of(bodies));
    }

    private void answer(HttpExchange exchange, String operation) throws IOException {
        asked.computeIfAbsent(operation, missing -> new ArrayList<>())
                .add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        Deque<String> left = answers.get(operation);
        String body = left.size() > 1 ? left.poll() : left.peek();
        boolean isError = body.startsWith("!");
        send(
                exchange,
                isError ? 400 : 200,
                isError
                        ? "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"no\"}"
                                .formatted(body.substring(1))
                        : body);
    }

    private void answerObject(HttpExchange exchange) throws IOException {
        String object = objects.get(exchange.getRequestURI().getPath());
        send(
                exchange,
                object == null ? 404 : 200,
                object == null ? "<Error><Code>NoSuchKey</Code><Message>no</Message></Error>" : object);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
