package com.recipechatbot.analytics.tool.emr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before an S3 server and writes down which actions of IAM its requests would need, and on what. */
final class RecordingS3 implements AutoCloseable {

    private static final Set<String> HANDLED_BY_THE_CLIENT =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String behind;
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    RecordingS3(String behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Such as {@code s3:GetObject conversations}: an action and the first folder of the key, or of the bucket. */
    Set<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        record(exchange.getRequestMethod(), uri);
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + uri))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HANDLED_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            answer.headers().map().forEach((name, values) -> {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!HANDLED_BY_THE_CLIENT.contains(lower) || (isHead && lower.equals("content-length"))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            byte[] content = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), content.length == 0 ? -1 : content.length);
            if (content.length > 0) {
                exchange.getResponseBody().write(content);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void record(String method, URI uri) {
        String[] path = uri.getPath().split("/", 4);
        String key = path.length > 2 ? path[2] : "";
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        asked.add(key.isEmpty() ? "s3:" + ofBucket(method, query) : "s3:%s %s".formatted(ofObject(method, query), key));
    }

    private static String ofBucket(String method, String query) {
        return switch (method) {
            // Whose keys stand in the body.
            case "POST" -> "DeleteObject lake";
            case "GET", "HEAD" -> query.startsWith("uploads") ? "ListBucketMultipartUploads" : "ListBucket";
            default -> method + " of the bucket";
        };
    }

    private static String ofObject(String method, String query) {
        return switch (method) {
            case "GET", "HEAD" -> "GetObject";
            case "PUT", "POST" -> "PutObject";
            case "DELETE" -> query.contains("uploadId") ? "AbortMultipartUpload" : "DeleteObject";
            default -> method;
        };
    }
}
