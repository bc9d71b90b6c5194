package com.recipechatbot.analytics.tool.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Messages and users by the day of the message; conversations and recipes by the day on which the conversation began. */
final class ExpectedDailyMetrics implements ExpectedTable {

    private static final class Day {
        private final Set<String> users = new HashSet<>();
        private final Set<String> recipes = new HashSet<>();
        private long messages;
        private long unattributedMessages;
        private long conversations;
        private long engagedConversations;
        private long conversationMessages;
        private long mentions;
        private long pairs;
    }

    private final Map<LocalDate, Day> days = new TreeMap<>();

    ExpectedDailyMetrics(DayRange range) {
        range.days().forEach(day -> days.put(day, new Day()));
    }

    @Override
    public void add(Conversation conversation) {
        for (Message message : conversation.counted()) {
            Day day = days.get(message.day());
            day.messages++;
            if (!conversation.user().isKnown()) {
                day.unattributedMessages++;
            } else if (message.isFromUser()) {
                day.users.add(conversation.user().id());
            }
        }
        Day start = days.get(conversation.startDay());
        List<String> recipes = conversation.recipes();
        Set<String> distinctRecipes = new HashSet<>(recipes);
        start.conversations++;
        start.engagedConversations += conversation.isEngaged() ? 1 : 0;
        start.conversationMessages += conversation.counted().size();
        start.mentions += recipes.size();
        start.pairs += distinctRecipes.size();
        start.recipes.addAll(distinctRecipes);
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.forEach((date, day) -> rows.add(new Row()
                .with("day", date)
                .with("active_users", day.users.size())
                .with("conversations", day.conversations)
                .with("engaged_conversations", day.engagedConversations)
                .with("messages", day.messages)
                .with("conversation_messages", day.conversationMessages)
                .withRatio("avg_conversation_length", day.conversationMessages, day.conversations)
                .with("unattributed_messages", day.unattributedMessages)
                .with("recipe_mentions", day.mentions)
                .with("recipe_pairs", day.pairs)
                .with("distinct_recipes", day.recipes.size())));
        return rows;
    }
}
