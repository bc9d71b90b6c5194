package com.recipechatbot.analytics.serving.report;

import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a reader can choose to look at: a number of weeks up to the newest one, or a single week.
 *
 * @param id short and stable, such as {@code last-13} or {@code 2025-W03}: it is used in links to the page
 * @param from a Monday
 * @param to a Sunday
 */
record Period(String id, String label, LocalDate from, LocalDate to) {

    private static final List<Integer> SPANS = List.of(4, 13, 26, 52);
    private static final String ALL = "all";

    /** All weeks first, then the most recent weeks, then each single week, newest first; empty if there are no days. */
    static List<Period> of(Collection<LocalDate> days) {
        TreeSet<LocalDate> mondays = new TreeSet<>();
        days.forEach(day -> mondays.add(ReportingWeek.of(day).monday()));
        List<Period> periods = new ArrayList<>();
        if (mondays.isEmpty()) {
            return periods;
        }
        LocalDate first = mondays.first();
        LocalDate last = mondays.last();
        periods.add(new Period(ALL, "All weeks", first, last.plusDays(6)));
        for (int weeks : SPANS) {
            LocalDate from = last.minusWeeks(weeks - 1L);
            if (from.isAfter(first)) {
                periods.add(new Period("last-" + weeks, "Last %d weeks".formatted(weeks), from, last.plusDays(6)));
            }
        }
        for (LocalDate monday : mondays.descendingSet()) {
            periods.add(week(monday));
        }
        return periods;
    }

    static Period week(LocalDate monday) {
        ReportingWeek week = new ReportingWeek(monday);
        LocalDate sunday = monday.plusDays(6);
        return new Period(week.toString(), "%s: %s".formatted(week, Words.range(monday, sunday)), monday, sunday);
    }

    /** The last 13 weeks of a lake with a long history, or all weeks of a shorter one. */
    static Period first(List<Period> periods) {
        return periods.stream()
                .filter(period -> period.id.equals("last-13"))
                .findFirst()
                .orElse(periods.get(0));
    }

    boolean isOneWeek() {
        return to.equals(from.plusDays(6));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
