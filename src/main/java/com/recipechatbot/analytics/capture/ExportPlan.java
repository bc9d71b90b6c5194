package com.recipechatbot.analytics.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has to be exported so that the exports cover everything up to an instant: every window that is missing, or the
 * whole table, when there is no earlier export or when something missing is older than DynamoDB can recover.
 *
 * @param full the time of a full export; empty when windows are enough
 * @param windows in order; empty with a full export
 */
record ExportPlan(Optional<Instant> full, List<ExportWindow> windows) {

    /**
     * What a finished export covers.
     *
     * @param from {@link Instant#MIN} for a full export
     * @param to exclusive
     */
    record Covered(Instant from, Instant to) {}

    /**
     * @param exports what the finished exports cover
     * @param recoverableFrom the earliest time that DynamoDB can export
     * @param scheduledTime exports end where its day begins
     * @param zone of that day; windows end at its midnights
     */
    static ExportPlan of(Collection<Covered> exports, Instant recoverableFrom, Instant scheduledTime, ZoneId zone) {
        Instant end = midnight(LocalDate.ofInstant(scheduledTime, zone), zone);
        // A request holds whole seconds, and one that begins a fraction too early is refused.
        Instant earliest = recoverableFrom.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        ExportPlan whole = new ExportPlan(Optional.of(later(end, earliest)), List.of());
        List<Covered> covered = new ArrayList<>(exports.stream()
                .filter(export -> export.from().isBefore(end))
                .sorted(Comparator.comparing(Covered::from))
                .toList());
        if (covered.isEmpty()) {
            return whole;
        }
        // So that what is missing after the last export is a gap like any other.
        covered.add(new Covered(end, end));
        List<ExportWindow> windows = new ArrayList<>();
        Instant coveredTo = covered.get(0).to();
        for (Covered next : covered) {
            if (next.from().isAfter(coveredTo)) {
                if (coveredTo.isBefore(earliest)) {
                    return whole;
                }
                addWindows(windows, coveredTo, next.from(), earliest, zone);
            }
            coveredTo = later(coveredTo, next.to());
        }
        return new ExportPlan(Optional.empty(), windows);
    }

    /** The last time that it asks for; empty when nothing is missing. */
    Optional<Instant> latest() {
        return full.or(() -> windows.isEmpty()
                ? Optional.empty()
                : Optional.of(windows.get(windows.size() - 1).to()));
    }

    private static void addWindows(
            List<ExportWindow> windows, Instant gap, Instant end, Instant earliest, ZoneId zone) {
        Instant from = gap;
        while (from.isBefore(end)) {
            Instant to = endOfWindow(from, end, zone);
            // Exports may overlap: each write counts once.
            Instant longEnough = to.minus(ExportWindow.SHORTEST);
            Instant begin = from.isBefore(longEnough) ? from : longEnough;
            if (!begin.isBefore(earliest)) {
                windows.add(new ExportWindow(begin, to));
            }
            from = to;
        }
    }

    /** The next midnight that is not too close, at most a day away: a day of 25 hours takes two windows. */
    private static Instant endOfWindow(Instant from, Instant end, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(from.plus(ExportWindow.SHORTEST).minus(Duration.ofNanos(1)), zone);
        Instant midnight = midnight(day.plusDays(1), zone);
        Instant longest = from.plus(ExportWindow.LONGEST);
        Instant to = midnight.isBefore(longest) ? midnight : longest;
        return to.isBefore(end) ? to : end;
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
