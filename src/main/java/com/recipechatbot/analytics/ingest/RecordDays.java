package com.recipechatbot.analytics.ingest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The days of the records of an input, which show how far it reaches. A chatbot may be silent for some days; a record
 * that is more than a month away from all others was stamped by a wrong clock and shows nothing.
 */
public final class RecordDays {

    /** Before anything is read: every day may have records. */
    public static final RecordDays UNREAD = new RecordDays(null);

    private static final long LONGEST_SILENCE = 31;

    private final NavigableSet<LocalDate> days;

    private RecordDays(NavigableSet<LocalDate> days) {
        this.days = days;
    }

    public static RecordDays of(Collection<LocalDate> days) {
        return new RecordDays(new TreeSet<>(days));
    }

    /** Whether there are records of the day, or before and after it. */
    public boolean surround(LocalDate day) {
        return days == null || isShort(days.floor(day), days.ceiling(day));
    }

    /** Whether there are records of later days. */
    public boolean follow(LocalDate day) {
        return days == null || isShort(day, days.higher(day));
    }

    /** Whether the first records are of the day or of an earlier one. */
    public boolean haveBegunOn(LocalDate day) {
        return days == null || first().filter(first -> !day.isBefore(first)).isPresent();
    }

    /** The first day that is not far from all others; of one day alone, that day. */
    public Optional<LocalDate> first() {
        if (days == null || days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = days.first();
        while (days.higher(first) != null && !isShort(first, days.higher(first))) {
            first = days.higher(first);
        }
        return Optional.of(first);
    }

    private static boolean isShort(LocalDate from, LocalDate to) {
        return from != null && to != null && ChronoUnit.DAYS.between(from, to) <= LONGEST_SILENCE;
    }
}
