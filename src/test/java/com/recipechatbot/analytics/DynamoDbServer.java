package com.recipechatbot.analytics;

import com.recipechatbot.analytics.capture.AwsClients;
import com.recipechatbot.analytics.capture.Pause;
import com.recipechatbot.analytics.capture.TableSetup;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** DynamoDB Local in a process of its own, in memory; one for all tests, which take tables of their own. */
public final class DynamoDbServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static DynamoDbServer shared;

    private final Process process;
    private final URI endpoint;

    private DynamoDbServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Started the first time; it ends with this JVM. */
    public static synchronized DynamoDbServer shared() throws IOException, InterruptedException {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    public URI endpoint() {
        return endpoint;
    }

    public DynamoDbClient client() {
        return AwsClients.dynamoDb(endpoint, 32);
    }

    /** The name of a new table of conversations. */
    public String newTable() {
        String table = newName();
        try (DynamoDbClient client = client()) {
            new TableSetup(client, table, true, Pause.SLEEP).apply();
        }
        return table;
    }

    /** Waits until the date index has caught up with its table, as an export does by beginning some minutes late. */
    public void awaitIndexed(String table, int items) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        try (DynamoDbClient client = client()) {
            while (indexed(client, table) < items) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException(
                            "The index has %d of %d items.".formatted(indexed(client, table), items));
                }
                Thread.sleep(50);
            }
        }
    }

    private static int indexed(DynamoDbClient client, String table) {
        return client
                .scanPaginator(request ->
                        request.tableName(table).indexName("date-index").select(Select.COUNT))
                .stream()
                .mapToInt(ScanResponse::count)
                .sum();
    }

    /** A name that no table has. */
    public static String newName() {
        return "conversations-" + UUID.randomUUID();
    }

    private static DynamoDbServer start() throws IOException, InterruptedException {
        int port = freePort();
        String classPath = Files.readString(Path.of("target/servers/dynamodb-local.class-path"));
        // SQLite's library, which Maven keeps as a file of its own for each system.
        String libraries = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(file -> !file.endsWith(".jar"))
                .map(file -> new File(file).getParent())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Djava.library.path=" + libraries,
                        "-cp",
                        classPath,
                        "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                        "-inMemory",
                        "-sharedDb",
                        "-disableTelemetry",
                        "-port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/dynamodb-local.log"))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        DynamoDbServer server = new DynamoDbServer(process, URI.create("http://127.0.0.1:" + port));
        server.awaitStart();
        return server;
    }

    private void awaitStart() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroy();
                throw new IOException("Cannot start DynamoDB Local: see target/dynamodb-local.log.");
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try {
            return ((HttpURLConnection) endpoint.toURL().openConnection()).getResponseCode() > 0;
        } catch (IOException e) {
            // Not yet: refused until it listens.
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
