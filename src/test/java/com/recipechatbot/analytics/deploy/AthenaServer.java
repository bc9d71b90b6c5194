package com.recipechatbot.analytics.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as Athena does to what {@code athena --register} asks; it remembers tables and saved queries, and reads no SQL. */
final class AthenaServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CREATE =
            Pattern.compile("CREATE EXTERNAL TABLE IF NOT EXISTS (\\w+).*LOCATION '([^']+)'.*", Pattern.DOTALL);

    final Map<String, String> tables = new TreeMap<>();
    final Map<String, ObjectNode> queries = new LinkedHashMap<>();
    final List<JsonNode> statements = new ArrayList<>();
    /** The type and the message of the error that every call ends with. */
    List<String> refusal = List.of();
    /** Why statements fail. */
    String failure;

    private final HttpServer server;
    private int looks;

    AthenaServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String call = exchange.getRequestHeaders().getFirst("X-Amz-Target").replace("AmazonAthena.", "");
            ObjectNode answer = JSON.createObjectNode();
            if (refusal.isEmpty()) {
                answer(call, asked, answer);
            } else {
                answer.put("__type", refusal.get(0)).put("message", refusal.get(1));
            }
            byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(refusal.isEmpty() ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(String call, JsonNode asked, ObjectNode answer) {
        switch (call) {
            case "ListTableMetadata" -> {
                ArrayNode known = answer.putArray("TableMetadataList");
                tables.forEach((name, place) -> known.addObject()
                        .put("Name", name)
                        .putObject("Parameters")
                        .put("location", place));
            }
            case "StartQueryExecution" -> {
                statements.add(asked);
                answer.put("QueryExecutionId", "run-" + statements.size());
            }
            case "GetQueryExecution" ->
                finish(asked, answer.putObject("QueryExecution").putObject("Status"));
            case "ListNamedQueries" -> {
                ArrayNode ids = answer.putArray("NamedQueryIds");
                queries.keySet().forEach(ids::add);
            }
            case "BatchGetNamedQuery" -> {
                ArrayNode found = answer.putArray("NamedQueries");
                asked.path("NamedQueryIds").forEach(id -> found.add(queries.get(id.asText())));
            }
            case "CreateNamedQuery" -> {
                ObjectNode query = asked.deepCopy();
                query.remove("ClientRequestToken");
                query.put("NamedQueryId", "id-" + (queries.size() + 1));
                queries.put(query.path("NamedQueryId").asText(), query);
                answer.put("NamedQueryId", query.path("NamedQueryId").asText());
            }
            case "UpdateNamedQuery" ->
                queries.get(asked.path("NamedQueryId").asText()).setAll((ObjectNode) asked);
            default -> throw new IllegalArgumentException("Athena is asked for " + call);
        }
    }

    /** A statement takes two looks. */
    private void finish(JsonNode asked, ObjectNode status) {
        looks++;
        if (looks % 2 == 1) {
            status.put("State", "RUNNING");
            return;
        }
        if (failure != null) {
            status.put("State", "FAILED").put("StateChangeReason", failure);
            return;
        }
        String id = asked.path("QueryExecutionId").asText().replace("run-", "");
        Matcher create = CREATE.matcher(
                statements.get(Integer.parseInt(id) - 1).path("QueryString").asText());
        if (create.matches()) {
            tables.put(create.group(1), create.group(2));
        }
        status.put("State", "SUCCEEDED");
    }
}
