package com.recipechatbot.analytics.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A UTC hour, written {@code 2025-01-15T10}: what one run of the hourly export publishes, as one file. */
public record ConversationHour(LocalDateTime begin) implements Comparable<ConversationHour> {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT);
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("'year='uuuu/'month='MM/'day='dd", Locale.ROOT);

    public ConversationHour {
        begin = begin.truncatedTo(ChronoUnit.HOURS);
    }

    /** @throws IllegalArgumentException when the text is not an hour, with a message for the user */
    public static ConversationHour parse(String text) {
        try {
            return new ConversationHour(LocalDateTime.parse(text, FORM));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Cannot read '%s' as an hour: expected a UTC hour like 2025-01-15T10.".formatted(text), e);
        }
    }

    /** The hour before the one in which a scheduler starts a run, which is the newest hour that has ended. */
    public static ConversationHour before(Instant scheduledTime) {
        return new ConversationHour(LocalDateTime.ofInstant(scheduledTime, ZoneOffset.UTC)).minus(1);
    }

    /** The 24 hours of a day. */
    public static List<ConversationHour> of(LocalDate day) {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new ConversationHour(day.atTime(hour, 0)))
                .toList();
    }

    public ConversationHour minus(int hours) {
        return new ConversationHour(begin.minusHours(hours));
    }

    public LocalDate day() {
        return begin.toLocalDate();
    }

    Instant end() {
        return begin.plusHours(1).toInstant(ZoneOffset.UTC);
    }

    /** The prefix of its messages' timestamps. */
    String timestampPrefix() {
        return this + ":";
    }

    /** Relative to the export's folder. */
    String file() {
        return "%s/conversations-%s.json.gz".formatted(folder(day()), this);
    }

    /** Where parts of an unfinished export are kept; readers of the layout only look into year=... */
    String partsFolder() {
        return "_exporting/" + this + "/";
    }

    static String folder(LocalDate day) {
        return FOLDER.format(day);
    }

    @Override
    public int compareTo(ConversationHour other) {
        return begin.compareTo(other.begin);
    }

    @Override
    public String toString() {
        return FORM.format(begin);
    }
}
