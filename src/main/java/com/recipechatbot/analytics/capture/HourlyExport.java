package com.recipechatbot.analytics.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Exports hours of the table in the layout of the original pipeline, one compressed file of JSON Lines per hour, and
 * marks a day with {@code _SUCCESS} when all its hours are there. Exporting an hour again replaces its file; if an
 * export was killed, the next one resumes after the last key of the date index that was read completely.
 */
public final class HourlyExport {

    /** A tracker gives up earlier than this, so nothing is written after an export has read the hour. */
    static final Duration SETTLED_AFTER = TrackerSettings.LONGEST_DELIVERY.plus(Duration.ofMinutes(1));

    /** Older parts may contain messages that have been erased since, so they are read again. */
    static final Duration PARTS_LAST = Duration.ofHours(6);

    private static final String DONE = "_SUCCESS";
    private static final Pattern PART = Pattern.compile(".*/part-(\\d)-(\\d+)\\.json\\.gz");

    private final ShardExport shardExport;
    private final ExportFolder folder;
    private final PublishedHours published;
    private final InstantSource clock;
    private final String table;

    /**
     * The result of exporting an hour.
     *
     * @param file where the file is
     * @param records how many records it has
     * @param resumed how many of the index's keys an earlier, unfinished run had already read
     */
    public record Exported(ConversationHour hour, String file, long records, int resumed) {}

    /** The hour's records under one key of the index, as a file. */
    private record Part(String name, long records) {}

    public HourlyExport(DynamoDbClient dynamoDb, String table, ExportFolder folder, InstantSource clock) {
        this.shardExport = new ShardExport(dynamoDb, table);
        this.table = table;
        this.folder = folder;
        this.published = new PublishedHours(folder);
        this.clock = clock;
    }

    /**
     * The hours to export so that none is missing: those after the newest published hour, up to the given one. If there
     * is none in the two days before, only the given hour.
     */
    public List<ConversationHour> missingUpTo(ConversationHour last) {
        return AwsFailures.say("list what is exported", () -> published.missingUpTo(last));
    }

    /** The hours of a day that are not yet published, in order. */
    public List<ConversationHour> missingOf(LocalDate day) {
        return AwsFailures.say("list what is exported", () -> published.missingOf(day));
    }

    /**
     * Exports an hour, even one without messages: a missing file means that the hour was not exported.
     *
     * @throws CaptureNotReadyException when the hour has not ended, or has ended only just now
     */
    public Exported export(ConversationHour hour) {
        Instant settled = hour.end().plus(SETTLED_AFTER);
        if (clock.instant().isBefore(settled)) {
            throw new CaptureNotReadyException(
                    "Cannot export the hour %s: messages are written until %d minutes after they arrive. Run it again from %s on."
                            .formatted(hour, TrackerSettings.LONGEST_DELIVERY.toMinutes(), settled));
        }
        return AwsFailures.say("export the hour %s of %s".formatted(hour, table), () -> exportSettled(hour));
    }

    private Exported exportSettled(ConversationHour hour) throws IOException {
        Map<Integer, Part> parts = unfinishedParts(hour);
        int resumed = parts.size();
        List<String> shards = ConversationTable.shards(hour.day());
        for (int shard = 0; shard < shards.size(); shard++) {
            if (!parts.containsKey(shard)) {
                parts.put(shard, exportShard(hour, shard, shards.get(shard)));
            }
        }
        publish(hour, parts);
        for (Part part : parts.values()) {
            folder.delete(part.name());
        }
        if (published.missingOf(hour.day()).isEmpty()) {
            markDone(hour.day());
        }
        long records = parts.values().stream().mapToLong(Part::records).sum();
        return new Exported(hour, folder.locate(hour.file()).toString(), records, resumed);
    }

    /** By shard number, in order. */
    private Map<Integer, Part> unfinishedParts(ConversationHour hour) throws IOException {
        Map<Integer, Part> parts = new TreeMap<>();
        for (ExportFolder.Entry entry : folder.list(hour.partsFolder())) {
            Matcher name = PART.matcher(entry.name());
            if (!name.matches() || entry.writtenAt().isBefore(clock.instant().minus(PARTS_LAST))) {
                folder.delete(entry.name());
            } else {
                parts.put(Integer.valueOf(name.group(1)), new Part(entry.name(), Long.parseLong(name.group(2))));
            }
        }
        return parts;
    }

    private Part exportShard(ConversationHour hour, int number, String shard) throws IOException {
        Path file = Files.createTempFile("conversations", ".json.gz");
        try {
            long records = shardExport.write(shard, hour, file);
            String name = "%spart-%d-%d.json.gz".formatted(hour.partsFolder(), number, records);
            folder.publish(file, name);
            return new Part(name, records);
        } finally {
            Files.delete(file);
        }
    }

    /** Concatenated gzip files are a valid gzip file, so nothing is compressed twice. */
    private void publish(ConversationHour hour, Map<Integer, Part> parts) throws IOException {
        Path file = Files.createTempFile("conversations", ".json.gz");
        try {
            try (OutputStream whole = Files.newOutputStream(file)) {
                for (Part part : parts.values()) {
                    try (InputStream bytes = folder.open(part.name())) {
                        bytes.transferTo(whole);
                    }
                }
            }
            folder.publish(file, hour.file());
        } finally {
            Files.delete(file);
        }
    }

    private void markDone(LocalDate day) throws IOException {
        Path empty = Files.createTempFile("conversations", "");
        try {
            folder.publish(empty, ConversationHour.folder(day) + "/" + DONE);
        } finally {
            Files.delete(empty);
        }
    }
}
