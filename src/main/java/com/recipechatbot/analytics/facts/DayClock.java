package com.recipechatbot.analytics.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** The days and hours of a zone. Remembers the day it was last asked for, because records come roughly in order. For one thread. */
public final class DayClock {

    private static final long MICROS = 1_000_000;
    private static final long DAY = 86_400 * MICROS;
    private static final long HOUR = 3_600 * MICROS;

    private final ZoneRules rules;
    /** Null in a zone that is always UTC, where a division is enough. */
    private final ZoneId zone;

    private int day;
    private long dayStart = Long.MAX_VALUE;
    private long dayEnd = Long.MIN_VALUE;

    public DayClock(ZoneId zone) {
        this.rules = zone.getRules();
        this.zone = rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).equals(ZoneOffset.UTC) ? null : zone;
    }

    /** The day of a time in microseconds, as days since the epoch. */
    public int day(long micros) {
        if (zone == null) {
            return (int) Math.floorDiv(micros, DAY);
        }
        if (micros < dayStart || micros >= dayEnd) {
            LocalDate date = local(micros).toLocalDate();
            day = (int) date.toEpochDay();
            dayStart = micros(date);
            dayEnd = micros(date.plusDays(1));
        }
        return day;
    }

    /** The hour of the day that a clock on the wall shows, 0 to 23. */
    public int hour(long micros) {
        return zone == null
                ? (int) (Math.floorMod(micros, DAY) / HOUR)
                : local(micros).getHour();
    }

    private LocalDateTime local(long micros) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
        return LocalDateTime.ofInstant(instant, zone);
    }

    private long micros(LocalDate date) {
        return date.atStartOfDay(zone).toEpochSecond() * MICROS;
    }
}
