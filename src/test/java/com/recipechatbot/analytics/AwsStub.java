package com.recipechatbot.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Answers as services of AWS do. The SDK finds it by its own settings, and nothing of the machine that the tests run on. */
public final class AwsStub implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> before = new HashMap<>();

    private AwsStub(HttpServer server) {
        this.server = server;
    }

    public static AwsStub answering(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        return new AwsStub(server);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * System properties by which the SDK finds this server in the place of a service.
     *
     * @param service as the SDK spells it, such as {@code SecretsManager}
     */
    public Map<String, String> settings(String service) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("aws.endpointUrl" + service, endpoint());
        settings.put("aws.region", "us-east-1");
        settings.put("aws.accessKeyId", "test");
        settings.put("aws.secretAccessKey", "test");
        settings.put("aws.disableEc2Metadata", "true");
        settings.put("aws.maxAttempts", "1");
        settings.put("aws.configFile", "target/no-such-file");
        settings.put("aws.sharedCredentialsFile", "target/no-such-file");
        return settings;
    }

    /** Lets the SDK of this process find it there, until this is closed. */
    public AwsStub inPlaceOf(String service) {
        settings(service).forEach(this::set);
        return this;
    }

    /** Sets a system property until this is closed; null removes it. */
    public void set(String name, String value) {
        if (!before.containsKey(name)) {
            before.put(name, System.getProperty(name));
        }
        assign(name, value);
    }

    /** No longer answers. */
    public void fallSilent() {
        server.stop(0);
    }

    @Override
    public void close() {
        server.stop(0);
        before.forEach(AwsStub::assign);
    }

    /** @param type of the content, such as {@code application/json} */
    public static void answer(HttpExchange exchange, int status, String type, JsonNode content) throws IOException {
        byte[] body = content.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void assign(String name, String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
