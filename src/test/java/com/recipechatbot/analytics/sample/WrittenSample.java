package com.recipechatbot.analytics.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The default sample, read back from its files.
 *
 * @param records all that are no blank lines, in the order of the files
 * @param loaded the usable ones that are not excluded, each once, in order of time
 */
record WrittenSample(List<ExportedRecord> records, List<ExportedRecord> loaded, JsonNode expected) {

    static final SampleOptions OPTIONS = new SampleOptions(LocalDate.of(2025, 1, 6), 28, 40, 1);

    static WrittenSample into(Path folder) throws IOException {
        Sample.write(OPTIONS, folder);
        List<ExportedRecord> records = ExportedRecord.readAll(folder.resolve("conversations"));
        Set<ExportedRecord.Identity> seen = new HashSet<>();
        List<ExportedRecord> loaded = records.stream()
                .filter(record -> record.rejected() == null && !record.isExcluded() && seen.add(record.identity()))
                .sorted(Comparator.comparing(ExportedRecord::sentAt))
                .toList();
        return new WrittenSample(
                records,
                loaded,
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile()));
    }

    List<ExportedRecord> messages() {
        return loaded.stream().filter(ExportedRecord::isMessage).toList();
    }

    long count(Predicate<ExportedRecord> condition) {
        return records.stream().filter(condition).count();
    }

    /** A column of whole numbers by the table's key. */
    Map<String, Long> column(String table, String key, String column) {
        Map<String, Long> values = new TreeMap<>();
        expected.get(table)
                .forEach(
                        row -> values.put(row.get(key).asText(), row.get(column).asLong()));
        return values;
    }
}
