package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Messages and users by the day of the message; conversations and recipes by the day on which the conversation began. */
final class ExpectedDailyMetrics implements ExpectedTable {

    private static final class Day {
        private final Lengths lengths = new Lengths();
        private final Map<String, Long> pairs = new HashMap<>();
        private final OutcomeCounts outcomes = new OutcomeCounts();
        private final Satisfactions satisfactions = new Satisfactions();
        private long messages;
        private long unattributedMessages;
        private long conversations;
        private long engagedConversations;
        private long conversationMessages;
        private long mentions;
        private long problems;
    }

    private final Map<LocalDate, Day> days = new TreeMap<>();
    private final UserDays active;

    ExpectedDailyMetrics(DayRange sample, UserDays active) {
        this.active = active;
        sample.days().forEach(day -> days.put(day, new Day()));
    }

    @Override
    public void add(Conversation conversation) {
        for (Message message : conversation.counted()) {
            Day day = days.get(message.day());
            day.messages++;
            day.unattributedMessages += conversation.user().isKnown() ? 0 : 1;
        }
        Day start = days.get(conversation.startDay());
        List<String> recipes = conversation.recipes();
        Assessment assessment = Assessment.of(conversation);
        start.conversations++;
        start.engagedConversations += conversation.isEngaged() ? 1 : 0;
        start.conversationMessages += conversation.counted().size();
        start.lengths.add(conversation.counted().size());
        start.mentions += recipes.size();
        new HashSet<>(recipes).forEach(recipe -> start.pairs.merge(recipe, 1L, Long::sum));
        start.outcomes.add(assessment, !recipes.isEmpty());
        start.satisfactions.add(assessment.satisfaction());
        start.problems += assessment.hasProblem() ? 1 : 0;
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.forEach((date, day) -> {
            Row row = new Row()
                    .with("day", date)
                    .with("active_users", active.count(user -> user.isOn(date)))
                    .with("conversations", day.conversations)
                    .with("engaged_conversations", day.engagedConversations)
                    .with("messages", day.messages)
                    .with("conversation_messages", day.conversationMessages)
                    .withRatio("avg_conversation_length", day.conversationMessages, day.conversations)
                    .with("median_conversation_length", day.lengths.percentile(0.5))
                    .with("p90_conversation_length", day.lengths.percentile(0.9))
                    .with("unattributed_messages", day.unattributedMessages)
                    .with("recipe_mentions", day.mentions)
                    .with("recipe_pairs", pairs(day))
                    .with("distinct_recipes", day.pairs.size())
                    .with("recipe_entropy", entropy(day));
            day.outcomes.addTo(row);
            day.satisfactions.addTo(row, day.conversations);
            // The half hour before the end is quiet and every folder is marked, so no day is open.
            rows.add(row.withRatio("problem_rate", day.problems, day.conversations)
                    .with("is_complete", true));
        });
        return rows;
    }

    private static long pairs(Day day) {
        return day.pairs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In bits; null without any recipe. */
    private static Double entropy(Day day) {
        double all = pairs(day);
        return day.pairs.values().stream()
                .map(pairs -> pairs / all * Math.log(all / pairs) / Math.log(2))
                .reduce(Double::sum)
                .orElse(null);
    }
}
