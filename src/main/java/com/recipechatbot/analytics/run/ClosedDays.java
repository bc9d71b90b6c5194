package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.Collection;

/**
 * The days whose working rows have expired, were made with earlier keys or were shredded. What was published of them stays: recomputed, it
 * would be based on only a part of their rows, or count users twice.
 *
 * @param before null when no day is closed
 */
public record ClosedDays(LocalDate before) {

    public static ClosedDays of(Lake lake) {
        return new ClosedDays(lake.settings().closedBefore().orElse(null));
    }

    /** A week is closed when one of its days is. */
    boolean holds(LocalDate dayOrMonday) {
        return before != null && dayOrMonday.isBefore(before);
    }

    public void removeFrom(Collection<LocalDate> daysOrMondays) {
        daysOrMondays.removeIf(this::holds);
    }

    /** SQL that keeps a run from rows that outlive their days, such as those of user_activity. */
    String spare(String condition) {
        return before == null ? condition : condition + " AND day >= DATE '" + before + "'";
    }

    /** @throws UsageException when one of the days is closed */
    void refuse(DayRange days) {
        if (holds(days.from())) {
            throw new UsageException(
                    "Cannot publish %s: the days before %s are closed, because their rows have expired, were made with earlier keys or were shredded. Give days from %s on."
                            .formatted(days.from(), before, before));
        }
    }
}
