package com.recipechatbot.analytics.run;

import com.recipechatbot.analytics.UsageException;
import com.recipechatbot.analytics.lake.Lake;
import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.Collection;

/**
 * The days whose working rows have expired. Published, they stay as they are: computed anew, they would be made of
 * half of their rows.
 *
 * @param before null when nothing has expired yet
 */
public record ClosedDays(LocalDate before) {

    public static ClosedDays of(Lake lake) {
        return new ClosedDays(lake.expiredBefore().orElse(null));
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
                    "Cannot publish %s: the rows of the days before %s have expired, and a published day is never restated from a part of them. Give days from %s on."
                            .formatted(days.from(), before, before));
        }
    }
}
