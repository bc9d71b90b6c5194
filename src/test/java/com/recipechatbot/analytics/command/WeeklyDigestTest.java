package com.recipechatbot.analytics.command;

import static com.recipechatbot.analytics.TestExport.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.Commands;
import com.recipechatbot.analytics.Commands.Ended;
import com.recipechatbot.analytics.TestExport;
import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.deploy.DigestTopic;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly job with a topic of SNS, played by a server that answers as SNS does. */
class WeeklyDigestTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:digest";
    private static final String SENT =
            "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>";

    @TempDir
    private static Path folder;

    private final List<Map<String, String>> received = new ArrayList<>();
    private final Map<String, String> before = new HashMap<>();
    private HttpServer server;
    private String errorCode = "";

    @BeforeAll
    static void publishDays() throws IOException {
        new TestExport(folder.resolve("export"))
                .day("2025-01-13", message("c1", "2025-01-13T10:00:00", "ann", "user", "How do I make potato soup?"));
        Ended days = Commands.backfill(
                "--input=" + folder.resolve("export"),
                "--lake=" + folder.resolve("lake"),
                "--keys=" + Commands.keys(folder),
                "--from=2025-01-13",
                "--to=2025-01-13",
                "--min-users=1");
        assertThat(days.exitCode()).as(days.err()).isZero();
    }

    @BeforeEach
    void startSns() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] answer = (errorCode.isEmpty()
                            ? SENT
                            : "<ErrorResponse><Error><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
                                    .formatted(errorCode))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    errorCode.isEmpty() ? 200 : errorCode.equals("NotFound") ? 404 : 403, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        set("aws.endpointUrlSns", "http://127.0.0.1:" + server.getAddress().getPort());
        set("aws.region", "us-east-1");
        set("aws.accessKeyId", "test");
        set("aws.secretAccessKey", "test");
        set("aws.maxAttempts", "1");
    }

    @AfterEach
    void stopSns() {
        server.stop(0);
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void theWeekIsSentAsTheDigestPrintsIt() {
        Ended ended = weekly("--digest-topic=" + TOPIC);

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).endsWith("sent the digest to " + TOPIC + "\n");
        assertThat(received).hasSize(1);
        Ended printed = Commands.run("digest", "--lake=" + folder.resolve("lake"), "--week=2025-W03");
        assertThat(printed.out()).contains("potato soup");
        assertThat(received.get(0))
                .containsEntry("Action", "Publish")
                .containsEntry("TopicArn", TOPIC)
                .containsEntry("Subject", "Recipe chatbot: week 2025-W03")
                .containsEntry("Message", printed.out());
    }

    @Test
    void withoutATopicNothingIsSent() {
        assertThat(weekly("--digest-topic=none").exitCode()).isZero();
        assertThat(received).isEmpty();
    }

    @Test
    void aTopicThatIsNotThereEndsTheJobWithASentence() {
        errorCode = "NotFound";

        Ended ended = weekly("--digest-topic=" + TOPIC);

        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err())
                .endsWith("Cannot send the digest to " + TOPIC + ": there is no such topic in this region."
                        + " Check --digest-topic, then run the job again. The week is published.\n");
    }

    @Test
    void aTopicThatRefusesIsSaid() {
        errorCode = "AuthorizationError";

        assertThatThrownBy(() -> DigestTopic.send(TOPIC, "week", "text"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Cannot send the digest to " + TOPIC + ": access is denied."
                        + " Ask for sns:Publish on it, then run the job again. The week is published.");
    }

    private Ended weekly(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--lake=" + folder.resolve("lake"), "--week=2025-W03"));
        arguments.addAll(List.of(more));
        return Commands.weeklyMetrics(arguments.toArray(String[]::new));
    }

    private void set(String name, String value) {
        before.put(name, System.setProperty(name, value));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
