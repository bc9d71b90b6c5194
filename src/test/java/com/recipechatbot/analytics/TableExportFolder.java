package com.recipechatbot.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes exports as DynamoDB lays them out: the bucket's root is the folder, the prefix {@code exports}. */
public final class TableExportFolder {

    private static final String TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/recipe-conversations";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    public TableExportFolder(Path root) {
        this.root = root;
    }

    /** The folder that holds {@code AWSDynamoDB}. */
    public Path prefix() {
        return root.resolve("exports");
    }

    public Path holder() {
        return prefix().resolve("AWSDynamoDB");
    }

    /** A full export with one file for each list of lines. */
    public Path full(String id, String exportTime, List<List<String>> files) {
        ObjectNode summary = summary(id).put("exportTime", exportTime);
        return write(id, summary, holder().resolve(id).resolve("data"), id + "/data/", files);
    }

    /** An incremental export, whose files lie in the folder that all share. */
    public Path incremental(String id, String from, String to, List<List<String>> files) {
        ObjectNode summary = summary(id)
                .put("exportFromTime", from)
                .put("exportToTime", to)
                .put("exportType", "INCREMENTAL_EXPORT")
                .put("outputView", "NEW_AND_OLD_IMAGES");
        return write(id, summary, holder().resolve("data"), "data/", files);
    }

    /** An export that DynamoDB has begun. */
    public Path started(String id) {
        Path folder = holder().resolve(id);
        put(folder.resolve("_started"), new byte[0]);
        return folder;
    }

    /** A line of a full export for a record as the chatbot writes it. */
    public static String item(String record) {
        ObjectNode line = JSON.createObjectNode();
        line.set("Item", image(record));
        return line.toString();
    }

    /**
     * A line of an incremental export.
     *
     * @param now null for a delete
     * @param before null for an insert
     */
    public static String change(String writtenAt, String now, String before) {
        Instant at = Instant.parse(writtenAt);
        ObjectNode line = JSON.createObjectNode();
        line.putObject("Metadata")
                .putObject("WriteTimestampMicros")
                .put("N", Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000));
        ObjectNode image = image(now == null ? before : now);
        line.putObject("Keys")
                .<ObjectNode>set("conversation_id", image.get("conversation_id"))
                .set("timestamp", image.get("timestamp"));
        if (now != null) {
            line.set("NewImage", image(now));
        }
        if (before != null) {
            line.set("OldImage", image(before));
        }
        return line.toString();
    }

    private static ObjectNode image(String record) {
        return (ObjectNode) typed(read(record)).get("M");
    }

    private static JsonNode typed(JsonNode plain) {
        ObjectNode typed = JSON.createObjectNode();
        if (plain.isObject()) {
            ObjectNode map = typed.putObject("M");
            plain.properties().forEach(field -> map.set(field.getKey(), typed(field.getValue())));
        } else if (plain.isArray()) {
            ArrayNode list = typed.putArray("L");
            plain.forEach(member -> list.add(typed(member)));
        } else if (plain.isNumber()) {
            typed.put("N", plain.asText());
        } else if (plain.isBoolean()) {
            typed.put("BOOL", plain.asBoolean());
        } else if (plain.isNull()) {
            typed.put("NULL", true);
        } else {
            typed.put("S", plain.asText());
        }
        return typed;
    }

    private static JsonNode read(String record) {
        try {
            return JSON.readTree(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode summary(String id) {
        return JSON.createObjectNode()
                .put("version", "2023-08-01")
                .put("exportArn", TABLE + "/export/" + id)
                .put("tableArn", TABLE)
                .put("s3Prefix", "exports")
                .put("outputFormat", "DYNAMODB_JSON")
                .put("manifestFilesS3Key", "exports/AWSDynamoDB/" + id + "/manifest-files.json");
    }

    private Path write(String id, ObjectNode summary, Path data, String key, List<List<String>> files) {
        Path folder = holder().resolve(id);
        StringBuilder manifest = new StringBuilder();
        long items = 0;
        for (int i = 0; i < files.size(); i++) {
            String name = "%s-%d.json.gz".formatted(id, i);
            byte[] gzip = gzip(String.join("\n", files.get(i)) + "\n");
            put(data.resolve(name), gzip);
            items += files.get(i).size();
            manifest.append(JSON.createObjectNode()
                            .put("itemCount", files.get(i).size())
                            .put("md5Checksum", md5(gzip))
                            .put("etag", "0-1")
                            .put("dataFileS3Key", "exports/AWSDynamoDB/" + key + name))
                    .append('\n');
        }
        manifest(folder, "manifest-files", manifest.toString());
        manifest(folder, "manifest-summary", summary.put("itemCount", items).toPrettyString());
        put(folder.resolve("_started"), new byte[0]);
        return folder;
    }

    /** Writes a manifest and its checksum. */
    public static void manifest(Path folder, String name, String content) {
        manifest(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static void manifest(Path folder, String name, byte[] bytes) {
        put(folder.resolve(name + ".json"), bytes);
        put(folder.resolve(name + ".md5"), md5(bytes).getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
