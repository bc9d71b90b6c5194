package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * The original's layout on disk: a folder and a file of JSON Lines a day, each line in the order of its arrival. Holds
 * only lines that have not arrived yet, and marks each finished day with {@code _SUCCESS}.
 */
final class SampleExport implements Closeable {

    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("'year='uuuu/'month='MM/'day='dd", Locale.ROOT);

    private record Pending(Delivery delivery, long sequence) {}

    private final Path folder;
    private final DayRange days;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>(
            Comparator.comparing((Pending line) -> line.delivery().at()).thenComparing(Pending::sequence));
    private long sequence;
    private LocalDate day;
    private BufferedWriter file;

    private SampleExport(Path folder, DayRange days) {
        this.folder = folder;
        this.days = days;
    }

    static SampleExport create(Path folder, DayRange days) throws IOException {
        SampleExport export = new SampleExport(folder, days);
        export.open(days.from());
        return export;
    }

    /** Takes a line that arrives now or later. */
    void add(Delivery delivery) {
        pending.add(new Pending(delivery, sequence++));
    }

    /** Writes what has arrived before an instant. */
    void writeUntil(Instant now) throws IOException {
        while (!pending.isEmpty() && pending.peek().delivery().at().isBefore(now)) {
            Delivery delivery = pending.poll().delivery();
            advanceTo(LocalDate.ofInstant(delivery.at(), ZoneOffset.UTC));
            file.write(delivery.line());
            file.write('\n');
        }
    }

    /** Writes the rest, and a folder for every day up to the last. */
    void finish() throws IOException {
        writeUntil(Instant.MAX);
        advanceTo(days.to());
        finishDay();
    }

    /** Without {@link #finish} the day at hand stays unmarked. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private void advanceTo(LocalDate target) throws IOException {
        while (day.isBefore(target)) {
            finishDay();
            open(day.plusDays(1));
        }
    }

    private void open(LocalDate next) throws IOException {
        day = next;
        file = Files.newBufferedWriter(Files.createDirectories(folder(day)).resolve("conversations-" + day + ".json"));
    }

    private void finishDay() throws IOException {
        file.close();
        Files.createFile(folder(day).resolve("_SUCCESS"));
    }

    private Path folder(LocalDate date) {
        return folder.resolve(FOLDER.format(date));
    }
}
