package com.recipechatbot.analytics.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * DynamoDB's exports and the bucket that they go to, with DynamoDB's rules: only times from the start of point-in-time
 * recovery until five minutes ago, and windows of 15 minutes to 24 hours. An export is finished as soon as it is
 * requested.
 */
final class RefusingDynamoDb implements AutoCloseable {

    static final String TABLE = "recipe-conversations";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/" + TABLE;

    private final HttpServer server;
    private final Instant recoverableFrom;
    private final List<String> exports = new ArrayList<>();
    private final Map<String, String> statuses = new TreeMap<>();
    private final Map<String, String> byToken = new TreeMap<>();
    private final Map<String, String> objects = new TreeMap<>();
    private Instant now = Instant.parse("2100-01-01T00:00:00Z");
    private boolean failsNext;

    /** @param recoverableFrom null when recovery is off */
    RefusingDynamoDb(Instant recoverableFrom) throws IOException {
        this.recoverableFrom = recoverableFrom;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (target == null) {
                answerS3(exchange);
            } else {
                JsonNode asked = JSON.readTree(exchange.getRequestBody());
                ObjectNode answer = answer(target.substring(target.indexOf('.') + 1), asked);
                send(exchange, answer.has("__type") ? 400 : 200, answer.toString());
            }
        });
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void setTime(Instant time) {
        now = time;
    }

    void letPass(Duration time) {
        now = now.plus(time);
    }

    /** The next export that is requested ends without a result. */
    void failNext() {
        failsNext = true;
    }

    /** What was requested, in order: "full TIME", or the beginning and the end of a window. */
    List<String> exports() {
        return exports;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private ObjectNode answer(String operation, JsonNode asked) {
        ObjectNode answer = JSON.createObjectNode();
        switch (operation) {
            case "DescribeTable" -> answer.putObject("Table").put("TableArn", ARN);
            case "DescribeContinuousBackups" -> {
                ObjectNode recovery = answer.putObject("ContinuousBackupsDescription")
                        .put("ContinuousBackupsStatus", "ENABLED")
                        .putObject("PointInTimeRecoveryDescription");
                recovery.put("PointInTimeRecoveryStatus", recoverableFrom == null ? "DISABLED" : "ENABLED");
                if (recoverableFrom != null) {
                    recovery.put("EarliestRestorableDateTime", recoverableFrom.toEpochMilli() / 1000.0)
                            .put("LatestRestorableDateTime", recoverableTo().toEpochMilli() / 1000.0);
                }
            }
            case "DescribeExport" -> describe(asked.path("ExportArn").asText(), answer);
            case "ExportTableToPointInTime" -> {
                String refusal = refusal(asked);
                if (refusal.isEmpty()) {
                    boolean isNew =
                            !byToken.containsKey(asked.path("ClientToken").asText());
                    ObjectNode export = describe(export(asked), answer);
                    if (isNew) {
                        export.put("ExportStatus", "IN_PROGRESS");
                    }
                } else {
                    answer.put("__type", "com.amazonaws.dynamodb.v20120810#" + refusal)
                            .put("message", "no");
                }
            }
            default -> throw new IllegalArgumentException(operation);
        }
        return answer;
    }

    private Instant recoverableTo() {
        Instant settled = now.minus(Duration.ofMinutes(5));
        return settled.isBefore(recoverableFrom) ? recoverableFrom : settled;
    }

    private String refusal(JsonNode asked) {
        if (recoverableFrom == null) {
            return "PointInTimeRecoveryUnavailableException";
        }
        List<Instant> times = times(asked);
        Duration window = times.size() < 2 ? Duration.ofHours(1) : Duration.between(times.get(0), times.get(1));
        if (window.compareTo(Duration.ofMinutes(15)) < 0 || window.compareTo(Duration.ofHours(24)) > 0) {
            return "ValidationException";
        }
        return times.stream().anyMatch(time -> time.isBefore(recoverableFrom) || time.isAfter(recoverableTo()))
                ? "InvalidExportTimeException"
                : "";
    }

    private String export(JsonNode asked) {
        String token = asked.path("ClientToken").asText();
        if (byToken.containsKey(token)) {
            return byToken.get(token);
        }
        List<Instant> times = times(asked);
        String name = "%04d".formatted(exports.size());
        String arn = ARN + "/export/" + name;
        byToken.put(token, arn);
        exports.add(times.size() == 1 ? "full " + times.get(0) : times.get(0) + " " + times.get(1));
        statuses.put(arn, failsNext ? "FAILED" : "COMPLETED");
        if (!failsNext) {
            ObjectNode manifest = JSON.createObjectNode().put("tableArn", ARN).put("itemCount", 7);
            if (times.size() == 1) {
                manifest.put("exportTime", times.get(0).toString());
            } else {
                manifest.put("exportFromTime", times.get(0).toString())
                        .put("exportToTime", times.get(1).toString());
            }
            objects.put(manifest(arn), manifest.toString());
        }
        failsNext = false;
        return arn;
    }

    private ObjectNode describe(String arn, ObjectNode answer) {
        return answer.putObject("ExportDescription")
                .put("ExportArn", arn)
                .put("ExportStatus", statuses.get(arn))
                .put("ExportManifest", manifest(arn))
                .put("ItemCount", 7);
    }

    private static String manifest(String arn) {
        return "exports/AWSDynamoDB/%s/manifest-summary.json".formatted(arn.substring(arn.lastIndexOf('/') + 1));
    }

    /** The time of a full export, or the two of a window. */
    private static List<Instant> times(JsonNode asked) {
        JsonNode window = asked.path("IncrementalExportSpecification");
        return window.isMissingNode()
                ? List.of(Instant.ofEpochSecond(asked.path("ExportTime").asLong()))
                : List.of(
                        Instant.ofEpochSecond(window.path("ExportFromTime").asLong()),
                        Instant.ofEpochSecond(window.path("ExportToTime").asLong()));
    }

    private void answerS3(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/bucket/?", "");
        if (path.isEmpty()) {
            StringBuilder folders = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
            objects.keySet()
                    .forEach(key -> folders.append("<CommonPrefixes><Prefix>")
                            .append(key, 0, key.lastIndexOf('/') + 1)
                            .append("</Prefix></CommonPrefixes>"));
            send(exchange, 200, folders + "</ListBucketResult>");
        } else if (objects.containsKey(path)) {
            send(exchange, 200, objects.get(path));
        } else {
            send(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>no</Message></Error>");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
