package com.recipechatbot.analytics.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An export of the records of {@code shuffle/messages.ndjson}, of two weeks: each in the folder of its day, or in any
 * order in any folders and files, some of them more than once.
 */
final class ShuffledExport {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);
    static final int DAYS = 14;

    private static final Path RECORDS = Path.of("src/test/resources/shuffle/messages.ndjson");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPEATED = 12;
    private static final int FILES_A_DAY = 2;
    private static final int DATE = "2025-01-06".length();

    private final Path root;
    private final int folders;

    /** @param folders how many of the two weeks' days have a folder, the last ones */
    ShuffledExport(Path root, int folders) {
        this.root = root;
        this.folders = folders;
    }

    /**
     * Writes the records in their own order.
     *
     * @param name put before the ids of users and conversations, so that cases have nothing in common
     * @param first the Monday on which they begin
     */
    void writeInOrder(String name, LocalDate first) throws IOException {
        LocalDate firstFolder = createFolders(first);
        for (ObjectNode record : records(name, first)) {
            LocalDate day = LocalDate.parse(record.get("timestamp").asText().substring(0, DATE));
            append(day.isBefore(firstFolder) ? firstFolder : day, 0, record);
        }
    }

    void writeShuffled(String name, LocalDate first, Random random) throws IOException {
        LocalDate firstFolder = createFolders(first);
        List<ObjectNode> records = records(name, first);
        List<ObjectNode> all = new ArrayList<>(records);
        for (int i = 0; i < REPEATED; i++) {
            all.add(records.get(random.nextInt(records.size())));
        }
        Collections.shuffle(all, random);
        for (ObjectNode record : all) {
            append(firstFolder.plusDays(random.nextInt(folders)), random.nextInt(FILES_A_DAY), record);
        }
    }

    private static List<ObjectNode> records(String name, LocalDate first) throws IOException {
        List<ObjectNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(RECORDS)) {
            ObjectNode record = (ObjectNode) JSON.readTree(line);
            String timestamp = record.get("timestamp").asText();
            LocalDate day = LocalDate.parse(timestamp.substring(0, DATE));
            record.put(
                    "timestamp", first.plusDays(ChronoUnit.DAYS.between(FIRST_DAY, day)) + timestamp.substring(DATE));
            record.put("conversation_id", name + record.get("conversation_id").asText());
            if (!record.get("user_id").asText().isBlank()
                    && !record.get("user_id").isNull()) {
                record.put("user_id", name + record.get("user_id").asText());
            }
            records.add(record);
        }
        return records;
    }

    /** @return the day of the first folder */
    private LocalDate createFolders(LocalDate first) throws IOException {
        LocalDate firstFolder = first.plusDays(DAYS - folders);
        for (int i = 0; i < folders; i++) {
            Files.createDirectories(folder(firstFolder.plusDays(i)));
        }
        Files.createFile(folder(first.plusDays(DAYS - 1L)).resolve("_SUCCESS"));
        return firstFolder;
    }

    private void append(LocalDate day, int file, ObjectNode record) throws IOException {
        Files.writeString(
                folder(day).resolve("conversations-%d.json".formatted(file)),
                record + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Path folder(LocalDate day) {
        return root.resolve(
                "year=%d/month=%02d/day=%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }
}
