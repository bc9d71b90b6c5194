package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ISO weeks: who comes and goes, how often, and how their conversations end. */
final class ExpectedWeeklyMetrics implements ExpectedTable {

    private static final class Week {
        private final OutcomeCounts outcomes = new OutcomeCounts();
        private long conversations;
        private long conversationMessages;
    }

    private final Periods weeks;
    private final UserDays active;
    private final Map<LocalDate, Week> countsByMonday = new HashMap<>();

    ExpectedWeeklyMetrics(DayRange sample, UserDays active) {
        this.weeks = Periods.weeks(sample);
        this.active = active;
        weeks.all().forEach(week -> countsByMonday.put(week.from(), new Week()));
    }

    @Override
    public void add(Conversation conversation) {
        Week start =
                countsByMonday.get(ReportingWeek.of(conversation.startDay()).monday());
        start.conversations++;
        start.conversationMessages += conversation.counted().size();
        start.outcomes.add(Assessment.of(conversation), !conversation.recipes().isEmpty());
    }

    @Override
    public List<Row> rows() {
        return weeks.all().stream().map(this::row).toList();
    }

    private Row row(DayRange week) {
        Week counts = countsByMonday.get(week.from());
        Row row = weeks.withUsers(new Row().with("week_start", week.from()), week, active)
                .with("conversations", counts.conversations)
                .withRatio("avg_conversation_length", counts.conversationMessages, counts.conversations)
                .with("stickiness", stickiness(week));
        return counts.outcomes
                .addRateTo(row)
                .with("completion_level", level(counts))
                .with("is_complete", weeks.isComplete(week))
                .with("is_left_censored", weeks.isFirst(week));
    }

    private Double stickiness(DayRange week) {
        DayRange fourWeeks = new DayRange(week.from().minusWeeks(3), week.to());
        long users = active.count(user -> user.isIn(fourWeeks));
        return fourWeeks.from().isBefore(weeks.sample().from()) || users == 0
                ? null
                : (Double) (active.mean(weeks.sampled(week)) / users);
    }

    /** The original's words for the average length. */
    private static String level(Week counts) {
        if (counts.conversations == 0) {
            return null;
        }
        double length = (double) counts.conversationMessages / counts.conversations;
        return length > 5 ? "High" : length > 3 ? "Medium" : "Low";
    }
}
