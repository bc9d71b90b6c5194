package com.recipechatbot.analytics.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes an export and the counts to expect from it. Memory grows with users and days, not with messages. */
public final class Sample {

    private final SampleOptions options;
    private final Conversations conversations;
    private final Oracle oracle;
    private final Faults faults;

    private Sample(SampleOptions options) {
        this.options = options;
        this.conversations = new Conversations(options);
        this.oracle = new Oracle(options.range());
        this.faults = new Faults(options, oracle);
    }

    /**
     * Writes {@code conversations/} and {@code expected.json} into an empty folder.
     *
     * @return the number of records in the export
     */
    public static long write(SampleOptions options, Path folder) throws IOException {
        Sample sample = new Sample(options);
        sample.writeExport(folder.resolve("conversations"));
        sample.writeExpected(folder.resolve("expected.json"));
        return sample.oracle.rowsRead();
    }

    private void writeExport(Path folder) throws IOException {
        MealTimes mealTimes = new MealTimes(options);
        try (SampleExport export = SampleExport.create(folder, options.range())) {
            for (LocalDate day : options.range().days()) {
                int number = 0;
                for (Instant start : mealTimes.starts(day)) {
                    export.writeUntil(start);
                    conversations.hold(day, ++number, start).ifPresent(conversation -> {
                        oracle.add(conversation);
                        faults.deliver(conversation).forEach(export::add);
                    });
                }
            }
            export.finish();
        }
    }

    /** A row a line, so that two versions can be compared. */
    private void writeExpected(Path file) throws IOException {
        try (BufferedWriter json = Files.newBufferedWriter(file)) {
            json.write("{");
            String betweenTables = "\n";
            for (Map.Entry<String, List<Row>> table : oracle.expected().entrySet()) {
                json.write(betweenTables + SampleText.json(table.getKey()) + ": [\n");
                for (Iterator<Row> rows = table.getValue().iterator(); rows.hasNext(); ) {
                    json.write(SampleText.json(rows.next().columns()) + (rows.hasNext() ? ",\n" : "\n"));
                }
                json.write("]");
                betweenTables = ",\n";
            }
            json.write("\n}\n");
        }
    }
}
