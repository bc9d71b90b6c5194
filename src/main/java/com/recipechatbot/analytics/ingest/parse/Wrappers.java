package com.recipechatbot.analytics.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Opens what services put around records: the events of Lambda, SQS, SNS, Kinesis and EventBridge, the output of a scan,
 * log subscriptions, and the changes of Debezium and DMS. Records may be in arrays, in objects, or in texts with JSON,
 * base64 or base64 of gzip.
 */
final class Wrappers {

    private static final ObjectMapper JSON = new ObjectMapper(MessageParser.JSON);

    /** Of several in an object, the first that holds anything is opened. */
    private static final List<String> NAMES = List.of(
            "Records",
            "records",
            "Items",
            "logEvents",
            "Messages",
            "detail",
            "Sns",
            "kinesis",
            "awslogs",
            "payload",
            "data",
            "Data",
            "body",
            "Body",
            "Message",
            "message",
            "value",
            "rawData");

    private static final Set<String> ARRAYS = Set.of("Records", "records", "Items", "logEvents", "Messages", "data");
    private static final Set<RejectionReason> NO_RECORD = EnumSet.of(
            RejectionReason.NOT_JSON, RejectionReason.NOT_AN_OBJECT, RejectionReason.MISSING_CONVERSATION_ID);

    private static final int DEEPEST = 8;
    private static final int LARGEST_TEXT = 64 << 20;

    private final MessageParser parser;

    Wrappers(MessageParser parser) {
        this.parser = parser;
    }

    private record Value(int from, int to, boolean isText, boolean isElement) {}

    /**
     * The records in a wrapper, none when it has none.
     *
     * @param bytes one JSON object, already known to be valid
     * @return null when it is not a wrapper
     */
    List<WrappedRecord> open(byte[] bytes, int from, int to) throws IOException {
        List<WrappedRecord> found = new ArrayList<>();
        boolean isOpen = open(bytes, from, to, new Value(from, to, false, false), true, 0, found);
        return isOpen && !(found.size() == 1 && isNoRecord(found.get(0).record())) ? found : null;
    }

    /** Whether it is something that merely stands where a wrapper has a record; other reasons say more than those of the whole. */
    private static boolean isNoRecord(ParsedRecord record) {
        return record.reason() != null
                && NO_RECORD.contains(record.reason())
                && !record.isOptedOut()
                && record.userId() == null;
    }

    /**
     * Adds what is in an object and returns whether it is a wrapper.
     *
     * @param holder what can be taken out of the original bytes with all of this
     * @param isOriginal whether these are the original bytes, of which elements of arrays can be taken out on their own
     */
    private boolean open(
            byte[] bytes, int from, int to, Value holder, boolean isOriginal, int depth, List<WrappedRecord> found)
            throws IOException {
        byte[] change = change(bytes, from, to);
        if (change != null) {
            ParsedRecord record = parser.parse(change, 0, change.length);
            found.add(new WrappedRecord(record, change, 0, change.length, holder.from(), holder.to()));
            return true;
        }
        List<Value> values = depth < DEEPEST ? values(bytes, from, to) : null;
        if (values == null) {
            return false;
        }
        for (Value value : values) {
            Value of = isOriginal && value.isElement() ? value : holder;
            if (value.isText()) {
                for (byte[] object : objects(decoded(JsonValue.text(bytes, value.from())))) {
                    add(object, 0, object.length, of, false, depth, found);
                }
            } else {
                add(bytes, value.from(), value.to(), of, isOriginal, depth, found);
            }
        }
        return true;
    }

    private void add(
            byte[] bytes, int from, int to, Value holder, boolean isOriginal, int depth, List<WrappedRecord> found)
            throws IOException {
        ParsedRecord record = parser.parse(bytes, from, to);
        boolean isWrapper = record.reason() == RejectionReason.MISSING_CONVERSATION_ID
                && open(bytes, from, to, holder, isOriginal, depth + 1, found);
        if (!isWrapper) {
            found.add(new WrappedRecord(record, bytes, from, to, holder.from(), holder.to()));
        }
    }

    /** What is in the object under the first of the names; null when there is none. */
    private static List<Value> values(byte[] bytes, int from, int to) throws IOException {
        List<Value> best = null;
        int rank = NAMES.size();
        try (JsonParser json = MessageParser.JSON.createParser(bytes, from, to - from)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                int at = NAMES.indexOf(name);
                JsonToken token = json.nextToken();
                if (at < 0 || at >= rank) {
                    json.skipChildren();
                } else if (token == JsonToken.START_ARRAY && ARRAYS.contains(name)) {
                    List<Value> elements = new ArrayList<>();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        elements.add(value(json, bytes, from, true));
                    }
                    // Anything may be called data.
                    boolean isOther = name.equals("data")
                            && (elements.isEmpty() || bytes[elements.get(0).from()] != '{');
                    if (!isOther) {
                        best = elements;
                        rank = at;
                    }
                } else {
                    Value value = value(json, bytes, from, false);
                    if (value.isText()
                            ? decoded(JsonValue.text(bytes, value.from())) != null
                            : token == JsonToken.START_OBJECT) {
                        best = List.of(value);
                        rank = at;
                    }
                }
            }
        }
        return best;
    }

    private static Value value(JsonParser json, byte[] bytes, int offset, boolean isElement) throws IOException {
        int from = offset + (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        int to = offset + (int) json.currentLocation().getByteOffset();
        return new Value(from, to, JsonValue.isText(bytes, from), isElement);
    }

    /** The JSON in a text, as it is or in base64; null when there is none. */
    private static byte[] decoded(byte[] text) throws IOException {
        if (isJson(text)) {
            return text;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            boolean isGzip = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
            if (isGzip) {
                try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    bytes = gzip.readNBytes(LARGEST_TEXT);
                }
            }
            return isJson(bytes) ? bytes : null;
        } catch (IllegalArgumentException | IOException e) {
            // Some other text.
            return null;
        }
    }

    private static boolean isJson(byte[] text) {
        int at = nonBlank(text, 0);
        return at < text.length
                && (text[at] == '{'
                        || (text[at] == '[' && text[Math.min(text.length - 1, nonBlank(text, at + 1))] == '{'));
    }

    private static int nonBlank(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The objects of a text, one after another or in an array; what is not JSON is one of them. */
    private static List<byte[]> objects(byte[] text) throws IOException {
        List<byte[]> objects = new ArrayList<>();
        if (text == null) {
            return objects;
        }
        int done = 0;
        try (JsonParser json = MessageParser.JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    Value value = value(json, text, 0, true);
                    objects.add(Arrays.copyOfRange(text, value.from(), value.to()));
                    done = value.to();
                }
            }
        } catch (JsonProcessingException e) {
            objects.add(Arrays.copyOfRange(text, done, text.length));
        }
        return objects;
    }

    /** A change of Debezium or DMS as a record of a stream; null for anything else. */
    private static byte[] change(byte[] bytes, int from, int to) throws IOException {
        JsonNode record;
        try (JsonParser json = MessageParser.JSON.createParser(bytes, from, to - from)) {
            record = JSON.readTree(json);
        }
        boolean isDebezium = record.path("op").isTextual() && record.has("after");
        String operation = record.path("metadata").path("operation").asText();
        if (!isDebezium && (operation.isEmpty() || !record.path("data").isObject())) {
            return null;
        }
        boolean isDelete = isDebezium ? record.get("op").asText().equals("d") : operation.equals("delete");
        JsonNode image = image(record.path(isDebezium ? (isDelete ? "before" : "after") : "data"));
        if (!isDelete && !image.isObject()) {
            // Not a write: a truncation, for example.
            return null;
        }
        ObjectNode change = JSON.createObjectNode();
        change.put("eventName", isDelete ? "REMOVE" : "MODIFY");
        ObjectNode stream = change.putObject("dynamodb");
        stream.set(isDelete ? "OldImage" : "NewImage", image);
        JsonNode time = isDebezium
                ? record.path("source").has("ts_ms") ? record.get("source").get("ts_ms") : record.path("ts_ms")
                : record.get("metadata").path("timestamp");
        if (!time.isMissingNode()) {
            stream.set("ApproximateCreationDateTime", time);
        }
        return JSON.writeValueAsString(change).getBytes(StandardCharsets.UTF_8);
    }

    /** Of MongoDB, Debezium gives it as a text. */
    private static JsonNode image(JsonNode value) throws IOException {
        try {
            return value.isTextual() ? JSON.readTree(value.asText()) : value;
        } catch (JsonProcessingException e) {
            // Some other text: the record is rejected as a whole.
            return MissingNode.getInstance();
        }
    }
}
