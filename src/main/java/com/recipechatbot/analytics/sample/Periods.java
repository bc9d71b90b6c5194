package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The weeks or months that the sample touches, each with all its days, in order. */
record Periods(DayRange sample, List<DayRange> all) {

    static Periods weeks(DayRange sample) {
        return of(sample, day -> ReportingWeek.of(day).days());
    }

    static Periods months(DayRange sample) {
        return of(sample, day -> new DayRange(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth())));
    }

    private static Periods of(DayRange sample, Function<LocalDate, DayRange> periodOf) {
        return new Periods(
                sample, sample.days().stream().map(periodOf).distinct().toList());
    }

    boolean isFirst(DayRange period) {
        return period.equals(all.get(0));
    }

    /** Whether the sample has all its days. */
    boolean isComplete(DayRange period) {
        return sample.contains(period.from()) && sample.contains(period.to());
    }

    /** Its days that lie in the sample. */
    DayRange sampled(DayRange period) {
        return new DayRange(
                period.from().isBefore(sample.from()) ? sample.from() : period.from(),
                period.to().isAfter(sample.to()) ? sample.to() : period.to());
    }

    /** Who is new, stays, comes back or leaves; unknown for the first period, before which nothing is known. */
    Row withUsers(Row row, DayRange period, UserDays active) {
        row.with("active_users", active.count(user -> user.isIn(period)));
        if (isFirst(period)) {
            return row.with("new_users", null)
                    .with("returning_users", null)
                    .with("resurrected_users", null)
                    .with("dormant_users", null)
                    .with("growth_percent", null);
        }
        DayRange last = all.get(all.indexOf(period) - 1);
        return row.with("new_users", active.count(user -> user.isIn(period) && !user.isBefore(period.from())))
                .with("returning_users", active.count(user -> user.isIn(period) && user.isIn(last)))
                .with(
                        "resurrected_users",
                        active.count(user -> user.isIn(period) && !user.isIn(last) && user.isBefore(last.from())))
                .with("dormant_users", active.count(user -> user.isIn(last) && !user.isIn(period)))
                .with("growth_percent", growth(period, last, active));
    }

    private Double growth(DayRange period, DayRange last, UserDays active) {
        long before = active.count(user -> user.isIn(last));
        if (before == 0 || !isComplete(period) || !isComplete(last)) {
            return null;
        }
        return (active.count(user -> user.isIn(period)) - before) * 100.0 / before;
    }
}
