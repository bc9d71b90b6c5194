package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Months: who comes and goes, and how regularly. */
final class ExpectedMonthlyMetrics implements ExpectedTable {

    private final Periods months;
    private final UserDays active;
    private final Map<LocalDate, Long> conversationsByMonth = new HashMap<>();

    ExpectedMonthlyMetrics(DayRange sample, UserDays active) {
        this.months = Periods.months(sample);
        this.active = active;
    }

    @Override
    public void add(Conversation conversation) {
        conversationsByMonth.merge(conversation.startDay().withDayOfMonth(1), 1L, Long::sum);
    }

    @Override
    public List<Row> rows() {
        return months.all().stream().map(this::row).toList();
    }

    private Row row(DayRange month) {
        long users = active.count(user -> user.isIn(month));
        return months.withUsers(new Row().with("month_start", month.from()), month, active)
                .with("conversations", conversationsByMonth.getOrDefault(month.from(), 0L))
                .with("dau_mau", users == 0 ? null : (Double) (active.mean(months.sampled(month)) / users))
                .with("is_complete", months.isComplete(month))
                .with("is_left_censored", months.isFirst(month));
    }
}
