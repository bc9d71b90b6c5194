package com.recipechatbot.analytics.ingest.parse;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/**
 * Reads when a message was sent, in microseconds since 1970-01-01T00:00Z: ISO date-times and epoch seconds,
 * milliseconds, microseconds and nanoseconds. Without a zone it is UTC; finer fractions are truncated; nothing outside 2020 to 2039
 * is accepted.
 */
final class EventTime {

    /** What {@link #parse} returns for a text that is not a time in those years. */
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final long MICROS = 1_000_000;
    private static final long FIRST = 1_577_836_800 * MICROS; // 2020-01-01T00:00Z
    private static final long END = 2_208_988_800L * MICROS; // 2040-01-01T00:00Z
    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = 100_000_000_000_000L;
    private static final long MICROS_BELOW = 100_000_000_000_000_000L;
    private static final int MOST_EPOCH_DIGITS = 19;
    private static final int LONGEST_DECIMAL = 40;
    private static final int LONGEST_OFFSET_HOURS = 18;
    private static final int LONGEST_ZONE = 6;

    private final byte[] text;
    private int at;

    private EventTime(byte[] text) {
        this.text = text;
    }

    /** Reads ASCII; other bytes make the time unreadable. */
    static long parse(byte[] text) {
        EventTime reading = new EventTime(text);
        // The fifth character distinguishes a date from a number.
        boolean isDate = text.length > 4 && text[4] == '-';
        long micros = isDate ? reading.dateTime() : reading.epoch();
        if (micros == UNREADABLE && !isDate) {
            micros = decimalEpoch(text);
        }
        return micros >= FIRST && micros < END ? micros : UNREADABLE;
    }

    private long dateTime() {
        int year = digits(4);
        boolean isDate = accept('-', '-');
        int month = digits(2);
        isDate &= accept('-', '-');
        int day = digits(2);
        isDate &= accept('T', 't') || accept(' ', ' ');
        int hour = digits(2);
        isDate &= accept(':', ':');
        int minute = digits(2);
        // Java omits the seconds when they are zero.
        boolean hasSeconds = accept(':', ':');
        int second = hasSeconds ? digits(2) : 0;
        long fraction = hasSeconds && accept('.', ',') ? fraction() : 0;
        long offset = offsetSeconds();
        skipZone();
        if (!isDate
                || at != text.length
                || year < 0
                || month < 1
                || month > 12
                || day < 1
                || day > Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year))
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || fraction < 0
                || offset == UNREADABLE) {
            return UNREADABLE;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        long seconds = days * 86_400 + hour * 3_600L + minute * 60L + second - offset;
        return seconds * MICROS + fraction;
    }

    private long epoch() {
        int first = at;
        long value = 0;
        while (at < text.length && isDigit(text[at]) && at - first < MOST_EPOCH_DIGITS) {
            value = value * 10 + text[at++] - '0';
        }
        if (value < SECONDS_BELOW) {
            long fraction = accept('.', '.') ? fraction() : 0;
            return at == text.length && at > first && fraction >= 0 ? value * MICROS + fraction : UNREADABLE;
        }
        if (at != text.length) {
            return UNREADABLE;
        }
        if (value >= MICROS_BELOW) {
            return value / 1_000;
        }
        return value < MILLIS_BELOW ? value * 1_000 : value;
    }

    /** An epoch with an exponent or with a fraction of milliseconds, as some languages print large numbers. */
    private static long decimalEpoch(byte[] text) {
        if (text.length == 0 || text.length > LONGEST_DECIMAL || !isDigit(text[0]) || !isDigit(text[text.length - 1])) {
            return UNREADABLE;
        }
        try {
            BigDecimal value = new BigDecimal(new String(text, StandardCharsets.US_ASCII));
            if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
                return UNREADABLE;
            }
            long whole = value.longValue();
            if (whole < SECONDS_BELOW) {
                return value.movePointRight(6).longValue();
            }
            if (whole < MILLIS_BELOW) {
                return value.movePointRight(3).longValue();
            }
            return whole < MICROS_BELOW ? whole : whole / 1_000;
        } catch (NumberFormatException e) {
            return UNREADABLE;
        }
    }

    /** One to nine digits as microseconds, or a negative number. */
    private long fraction() {
        int first = at;
        long micros = 0;
        while (at < text.length && isDigit(text[at])) {
            if (at - first < 6) {
                micros = micros * 10 + text[at] - '0';
            }
            at++;
        }
        int count = at - first;
        if (count < 1 || count > 9) {
            return -1;
        }
        for (int i = count; i < 6; i++) {
            micros *= 10;
        }
        return micros;
    }

    /** Seconds east of UTC: none, Z, UTC, GMT, +hh, +hhmm or +hh:mm, also behind a blank. */
    private long offsetSeconds() {
        if (at == text.length) {
            return 0;
        }
        accept(' ', ' ');
        if (accept('Z', 'z') || accept("UTC") || accept("GMT")) {
            return 0;
        }
        boolean east = accept('+', '+');
        if (!east && !accept('-', '-')) {
            return UNREADABLE;
        }
        int hours = digits(2);
        int minutes = 0;
        if (at < text.length) {
            accept(':', ':');
            minutes = digits(2);
        }
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > LONGEST_OFFSET_HOURS * 60) {
            return UNREADABLE;
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return east ? seconds : -seconds;
    }

    /** A number of exactly that many digits, or a negative number. */
    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at == text.length || !isDigit(text[at])) {
                return -1;
            }
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    private boolean accept(char upper, char lower) {
        boolean here = at < text.length && (text[at] == upper || text[at] == lower);
        at += here ? 1 : 0;
        return here;
    }

    private boolean accept(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    /** Java and Go add the name of the zone to an offset: {@code +01:00[Europe/Berlin]}, {@code +0100 CET}. */
    private void skipZone() {
        if (at > 0 && at < text.length && text[at] == ' ' && isDigit(text[at - 1])) {
            int end = at + 1;
            while (end < text.length && text[end] >= 'A' && text[end] <= 'Z') {
                end++;
            }
            at = end - at > LONGEST_ZONE || end == at + 1 ? at : end;
        }
        if (at < text.length && text[at] == '[' && text[text.length - 1] == ']') {
            at = text.length;
        }
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
