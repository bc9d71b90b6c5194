package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.util.ArrayList;
import java.util.List;

/** Of the users who came first in a week, how many came 0 to 12 weeks later; unknown until that week is complete. */
final class ExpectedWeeklyRetention implements ExpectedTable {

    private static final int WEEKS = 12;

    private final Periods weeks;
    private final UserDays active;

    ExpectedWeeklyRetention(DayRange sample, UserDays active) {
        this.weeks = Periods.weeks(sample);
        this.active = active;
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (DayRange cohort : weeks.all()) {
            for (int since = 0; since <= WEEKS; since++) {
                rows.add(row(cohort, since));
            }
        }
        return rows;
    }

    private Row row(DayRange cohort, int since) {
        DayRange week = new DayRange(cohort.from().plusWeeks(since), cohort.to().plusWeeks(since));
        boolean isKnown = weeks.isComplete(week);
        long cohortUsers = active.count(user -> cohort.contains(user.first()));
        long users = active.count(user -> cohort.contains(user.first()) && user.isIn(week));
        Row row = new Row()
                .with("cohort_week", cohort.from())
                .with("weeks_since", since)
                .with("users", isKnown ? users : null)
                .with("cohort_users", cohortUsers);
        return (isKnown ? row.withRatio("share", users, cohortUsers) : row.with("share", null))
                .with("is_left_censored", weeks.isFirst(cohort));
    }
}
