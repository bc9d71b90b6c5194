package com.recipechatbot.analytics.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before an S3 server and writes down which actions of IAM its requests would need, and on what. */
public final class RecordingS3 implements AutoCloseable {

    private static final Set<String> HANDLED_BY_THE_CLIENT =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

    /** Of a request that deletes many: the first folder of each key. */
    private static final Pattern DELETED_KEY = Pattern.compile("<Key>([^/<]*)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String behind;
    private final ConcurrentNavigableMap<String, Integer> asked = new ConcurrentSkipListMap<>();

    public RecordingS3(String behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often each action was asked for, such as {@code s3:GetObject conversations}: on the first folder of the key, or the bucket. */
    public Map<String, Integer> asked() {
        return asked;
    }

    /** Begins anew. */
    public void forget() {
        asked.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void forward(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        record(exchange.getRequestMethod(), uri, body);
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

    private void record(String method, URI uri, byte[] body) {
        String[] path = uri.getPath().split("/", 4);
        String key = path.length > 2 ? path[2] : "";
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        if (method.equals("POST") && query.startsWith("delete")) {
            Matcher keys = DELETED_KEY.matcher(new String(body, StandardCharsets.UTF_8));
            keys.results().forEach(found -> count("s3:DeleteObject " + found.group(1)));
        } else if (key.isEmpty()) {
            count("s3:" + ofBucket(method, query));
        } else {
            count("s3:%s %s".formatted(ofObject(method, query), key));
        }
    }

    private void count(String action) {
        asked.merge(action, 1, Integer::sum);
    }

    private static String ofBucket(String method, String query) {
        return switch (method) {
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
