package com.recipechatbot.analytics.tool.sample;

import com.recipechatbot.analytics.tables.DayRange;
import com.recipechatbot.analytics.tables.ReportingWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** ISO weeks: who is new, stays, comes back or leaves; unknown for the first week, before which nothing is known. */
final class ExpectedWeeklyMetrics implements ExpectedTable {

    private static final class Week {
        private final Set<String> users = new HashSet<>();
        private long conversations;
        private long conversationMessages;
    }

    private final DayRange range;
    private final Map<LocalDate, Week> weeks = new TreeMap<>();

    ExpectedWeeklyMetrics(DayRange range) {
        this.range = range;
        range.days().forEach(day -> weeks.putIfAbsent(monday(day), new Week()));
    }

    @Override
    public void add(Conversation conversation) {
        List<Message> messages = conversation.counted();
        for (Message message : messages) {
            if (message.isFromUser() && conversation.user().isKnown()) {
                weeks.get(monday(message.day())).users.add(conversation.user().id());
            }
        }
        Week start = weeks.get(monday(conversation.startDay()));
        start.conversations++;
        start.conversationMessages += messages.size();
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Set<String> seenEarlier = new HashSet<>();
        Week last = null;
        for (Map.Entry<LocalDate, Week> entry : weeks.entrySet()) {
            LocalDate monday = entry.getKey();
            Week week = entry.getValue();
            Row row = new Row().with("week_start", monday).with("active_users", week.users.size());
            if (last == null) {
                row.with("new_users", null).with("returning_users", null).with("resurrected_users", null);
                row.with("dormant_users", null);
            } else {
                Set<String> seenLastWeek = last.users;
                row.with("new_users", count(week.users, user -> !seenEarlier.contains(user)))
                        .with("returning_users", count(week.users, seenLastWeek::contains))
                        .with(
                                "resurrected_users",
                                count(week.users, user -> seenEarlier.contains(user) && !seenLastWeek.contains(user)))
                        .with("dormant_users", count(seenLastWeek, user -> !week.users.contains(user)));
            }
            rows.add(row.with("conversations", week.conversations)
                    .withRatio("avg_conversation_length", week.conversationMessages, week.conversations)
                    .with("growth_percent", growth(monday, week, last)));
            seenEarlier.addAll(week.users);
            last = week;
        }
        return rows;
    }

    /** Null unless both weeks lie in the sample with all their days. */
    private Double growth(LocalDate monday, Week week, Week last) {
        if (last == null || !range.contains(monday.minusDays(7)) || !range.contains(monday.plusDays(6))) {
            return null;
        }
        int before = last.users.size();
        return before == 0 ? null : (week.users.size() - before) * 100.0 / before;
    }

    private static long count(Set<String> users, Predicate<String> condition) {
        return users.stream().filter(condition).count();
    }

    private static LocalDate monday(LocalDate day) {
        return ReportingWeek.of(day).monday();
    }
}
