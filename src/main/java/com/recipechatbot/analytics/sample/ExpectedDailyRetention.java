package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.List;

/** Of the users who came first on a day, how many came 1, 7 and 30 days later; unknown beyond the sample. */
final class ExpectedDailyRetention implements ExpectedTable {

    private final DayRange sample;
    private final UserDays active;

    ExpectedDailyRetention(DayRange sample, UserDays active) {
        this.sample = sample;
        this.active = active;
    }

    @Override
    public List<Row> rows() {
        return sample.days().stream().map(this::row).toList();
    }

    private Row row(LocalDate day) {
        Row row = new Row()
                .with("cohort_day", day)
                .with("cohort_users", active.count(user -> user.first().equals(day)));
        addShare(row, "d1", day, 1);
        addShare(row, "d7", day, 7);
        addShare(row, "d30", day, 30);
        return row.with("is_left_censored", day.equals(sample.from()));
    }

    private void addShare(Row row, String column, LocalDate day, int later) {
        LocalDate then = day.plusDays(later);
        if (!sample.contains(then)) {
            row.with(column, null);
            return;
        }
        row.withRatio(
                column,
                active.count(user -> user.first().equals(day) && user.isOn(then)),
                active.count(user -> user.first().equals(day)));
    }
}
