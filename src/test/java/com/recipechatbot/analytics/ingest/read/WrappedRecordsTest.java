package com.recipechatbot.analytics.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.recipechatbot.analytics.ingest.FieldMapping;
import com.recipechatbot.analytics.ingest.Source;
import com.recipechatbot.analytics.ingest.SourceFile;
import com.recipechatbot.analytics.ingest.parse.MessageParser;
import com.recipechatbot.analytics.tables.SourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records inside what services put around them. */
class WrappedRecordsTest {

    private static final String ANN =
            "{\"conversation_id\":\"c1\",\"timestamp\":\"2025-01-06T10:00:00Z\",\"user_id\":\"ann\",\"role\":\"user\",\"message\":\"Hi\"}";
    private static final String BOB = ANN.replace("ann", "bob");
    private static final String ITEM =
            "{\"conversation_id\":{\"S\":\"c1\"},\"timestamp\":{\"S\":\"2025-01-06T10:00:00Z\"},\"user_id\":{\"S\":\"ann\"},\"role\":{\"S\":\"user\"},\"message\":{\"S\":\"Hi\"}}";
    private static final String STREAM =
            "{\"eventName\":\"INSERT\",\"dynamodb\":{\"ApproximateCreationDateTime\":1736157601,\"NewImage\":%s}}"
                    .formatted(ITEM);

    private static final String KEYS_ONLY =
            "{\"eventName\":\"INSERT\",\"dynamodb\":{\"ApproximateCreationDateTime\":1736157601,\"Keys\":{\"conversation_id\":{\"S\":\"c1\"},\"timestamp\":{\"S\":\"2025-01-06T10:00:00Z\"}}}}";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappers")
    void aWrapperGivesItsRecords(String why, String file, List<String> users) throws IOException {
        assertThat(users(file)).isEqualTo(users);
    }

    static Stream<Arguments> wrappers() throws IOException {
        return Stream.of(
                Arguments.of("an item without anything around it", ITEM, List.of("ann")),
                Arguments.of(
                        "an event of Lambda", "{\"Records\": [" + STREAM + ", " + STREAM + "]}", List.of("ann", "ann")),
                Arguments.of(
                        "an event with other fields first",
                        "{\"x\":[1],\"Records\":[" + ANN + "," + BOB + "]}",
                        List.of("ann", "bob")),
                Arguments.of("a scan", "{\"Count\":2,\"Items\":[" + ITEM + "," + ITEM + "]}", List.of("ann", "ann")),
                Arguments.of("a scan without items", "{\"Count\":0,\"Items\":[]}", List.of()),
                Arguments.of(
                        "EventBridge",
                        "{\"id\":\"1\",\"time\":\"2025-01-06T10:00:00Z\",\"detail\":" + STREAM
                                + "}\n{\"id\":\"2\",\"detail\":" + BOB + "}",
                        List.of("ann", "bob")),
                Arguments.of(
                        "SQS",
                        "{\"Records\":[{\"messageId\":\"1\",\"body\":" + quoted(ANN)
                                + "},{\"messageId\":\"2\",\"body\":" + quoted("[" + ANN + "," + BOB + "]") + "}]}",
                        List.of("ann", "ann", "bob")),
                Arguments.of(
                        "SNS in SQS",
                        "{\"Messages\":[{\"Body\":"
                                + quoted(
                                        "{\"Type\":\"Notification\",\"Timestamp\":\"2025-01-06T10:00:00Z\",\"Message\":"
                                                + quoted(BOB) + "}")
                                + "}]}",
                        List.of("bob")),
                Arguments.of("SNS", "{\"Records\":[{\"Sns\":{\"Message\":" + quoted(ANN) + "}}]}", List.of("ann")),
                Arguments.of(
                        "Kinesis",
                        "{\"Records\":[{\"kinesis\":{\"data\":\"" + base64(bytes(STREAM + BOB)) + "\"}}]}",
                        List.of("ann", "bob")),
                Arguments.of(
                        "a log subscription",
                        "{\"awslogs\":{\"data\":\""
                                + base64(gzip("{\"logEvents\":[{\"id\":\"1\",\"timestamp\":1,\"message\":" + quoted(ANN)
                                        + "},{\"id\":\"2\",\"timestamp\":1,\"message\":\"START\"}]}"))
                                + "\"}}",
                        List.of("ann", "missing_conversation_id")),
                Arguments.of(
                        "Debezium",
                        "{\"before\":null,\"after\":" + ANN + ",\"op\":\"c\",\"ts_ms\":1736157601000}",
                        List.of("ann")),
                Arguments.of(
                        "Debezium with a schema",
                        "{\"schema\":{},\"payload\":{\"before\":" + BOB
                                + ",\"after\":null,\"op\":\"d\",\"ts_ms\":1736157601000}}",
                        List.of("deleted")),
                Arguments.of(
                        "DMS",
                        "{\"data\":" + ANN
                                + ",\"metadata\":{\"operation\":\"insert\",\"timestamp\":\"2025-01-06T10:00:01Z\"}}",
                        List.of("ann")),
                Arguments.of(
                        "DMS, a delete",
                        "{\"data\":" + ANN
                                + ",\"metadata\":{\"operation\":\"delete\",\"timestamp\":\"2025-01-06T10:00:01Z\"}}",
                        List.of("deleted")),
                Arguments.of(
                        "a function that converted the image",
                        "{\"eventName\":\"INSERT\",\"NewImage\":" + ANN + "}",
                        List.of("ann")),
                Arguments.of("one of KEYS_ONLY in a queue", inQueue(KEYS_ONLY), List.of("keys_only_stream")),
                Arguments.of(
                        "one of OLD_IMAGE in EventBridge",
                        "{\"detail\":" + KEYS_ONLY.replace("\"Keys\"", "\"OldImage\"") + "}",
                        List.of("old_image_stream")),
                Arguments.of(
                        "one that is rejected, encoded",
                        "{\"Records\":[{\"kinesis\":{\"data\":\"" + base64(bytes(ANN.replace("user\",", "robot\",")))
                                + "\"}}]}",
                        List.of("unknown_role")),
                Arguments.of(
                        "a page of a list of messages",
                        "{\"object\":\"list\",\"data\":[" + ANN + "," + BOB + "],\"has_more\":false}",
                        List.of("ann", "bob")),
                Arguments.of(
                        "something else with numbers", "{\"data\":[1,2],\"x\":1}", List.of("missing_conversation_id")),
                Arguments.of(
                        "Debezium, a truncation",
                        "{\"before\":null,\"after\":null,\"op\":\"t\",\"ts_ms\":1736157601000}",
                        List.of("missing_conversation_id")),
                Arguments.of(
                        "Debezium with something else in the text, and a record behind it",
                        "{\"op\":\"c\",\"after\":\"not JSON\"}\n" + ANN,
                        List.of("missing_conversation_id", "ann")),
                Arguments.of(
                        "a write time of a gigabyte of zeros",
                        STREAM.replace("1736157601", "1E999999999") + "\n" + ANN,
                        List.of("bad_write_time", "ann")),
                Arguments.of(
                        "something else with a message",
                        "{\"timestamp\":\"2025-01-06T10:00:00Z\",\"role\":\"user\",\"message\":\"{not JSON\"}",
                        List.of("missing_conversation_id")),
                Arguments.of(
                        "something else with an object",
                        "{\"user_id\":\"ann\",\"data\":{\"x\":1}}",
                        List.of("missing_conversation_id")),
                Arguments.of(
                        "broken JSON in a text",
                        "{\"Records\":[{\"body\":" + quoted(ANN + "{\"role\":") + "}]}",
                        List.of("ann", "not_json")),
                Arguments.of(
                        "LangChain",
                        "{\"Item\":{\"SessionId\":{\"S\":\"c1\"},\"History\":{\"L\":[]}}}",
                        List.of("whole_conversation")),
                Arguments.of(
                        "the interface of a model",
                        "{\"id\":\"c1\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                        List.of("whole_conversation")),
                Arguments.of(
                        "MongoDB",
                        ANN.replace("\"c1\"", "{\"$oid\":\"65\"}")
                                .replace("\"2025-01-06T10:00:00Z\"", "{\"$date\":{\"$numberLong\":\"1736157600000\"}}"),
                        List.of("ann")));
    }

    @Test
    void recordsThatCanOnlyBeTakenOutTogetherShareAPlace() throws IOException {
        String encoded = "{\"body\":" + quoted(ANN + BOB) + "}";
        String file = "{\"Records\":[" + encoded + "," + ANN + "]}";

        List<List<FoundRecord>> found = read(file);

        assertThat(found).extracting(List::size).containsExactly(2, 1);
        RawRecord first = found.get(0).get(1).slice();
        assertThat(file.substring((int) first.offset(), (int) (first.offset() + first.length())))
                .isEqualTo(encoded);
    }

    @Test
    void theOptOutOfARejectedRecordCountsInAWrapperToo() throws IOException {
        String optOut = "{\"role\":\"user\",\"metadata\":{\"analytics_opt_out\":true}}";

        assertThat(read(inQueue(optOut)).get(0).get(0).record().isOptedOut()).isTrue();
    }

    @Test
    void anyNumberOfEmptyWrappersMayFollowOneAnother() throws IOException {
        assertThat(users("{\"ResponseMetadata\":{},\"Messages\":[]}\n".repeat(20_000) + ANN))
                .containsExactly("ann");
    }

    private List<String> users(String file) throws IOException {
        List<String> users = new ArrayList<>();
        read(file)
                .forEach(together -> together.forEach(found -> users.add(
                        found.record().reason() != null
                                ? found.record().reason().code()
                                : found.record().change() != null
                                        ? found.record().change().code()
                                        : found.record().userId().toString())));
        return users;
    }

    private List<List<FoundRecord>> read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), content);
        Source source = new Source(SourceId.parse("day-2025-01-06-00000000"), List.of(), true, "");
        List<List<FoundRecord>> found = new ArrayList<>();
        try (RangeReader records = RangeReader.open(
                new Configuration(),
                source,
                new SourceFile("file.json", file.toUri().toString(), content.length(), "1", null),
                new MessageParser(FieldMapping.NONE))) {
            for (List<FoundRecord> next = records.next(); next != null; next = records.next()) {
                found.add(next);
            }
        }
        return found;
    }

    private static String inQueue(String record) throws IOException {
        return "{\"Records\":[{\"messageId\":\"1\",\"body\":" + quoted(record) + "}]}";
    }

    private static String quoted(String json) throws IOException {
        return new ObjectMapper().writeValueAsString(json);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(text));
        }
        return bytes.toByteArray();
    }
}
