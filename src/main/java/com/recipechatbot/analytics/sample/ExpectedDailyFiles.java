package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.tables.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The original's daily JSON files, by its own definitions: everything by the day of the message, every record counted,
 * all records without a user as one user.
 */
final class ExpectedDailyFiles implements ExpectedTable {

    private static final class Day {
        private final Map<String, Spellings> recipes = new TreeMap<>();
        private long conversations;
        private long records;
        private boolean hasUnknownUser;
    }

    private final Map<LocalDate, Day> days = new TreeMap<>();
    private final UserDays users;

    ExpectedDailyFiles(DayRange sample) {
        users = new UserDays(sample);
        sample.days().forEach(day -> days.put(day, new Day()));
    }

    @Override
    public void add(Conversation conversation) {
        conversation.messages().stream().map(Message::day).distinct().forEach(day -> days.get(day).conversations++);
        for (Message message : conversation.messages()) {
            Day day = days.get(message.day());
            day.records++;
            day.hasUnknownUser |= !conversation.user().isKnown();
            users.add(conversation.user(), message.day());
            Utterance turn = message.turn();
            if (turn.dish() != null) {
                day.recipes
                        .computeIfAbsent(turn.dish().title(), title -> new Spellings())
                        .add(turn.spelling());
            }
        }
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.forEach((date, day) -> rows.add(new Row()
                .with("date", date)
                .with("total_conversations", day.conversations)
                .with("unique_users", users.count(user -> user.isOn(date)) + (day.hasUnknownUser ? 1 : 0))
                .with(
                        "recipes_discussed",
                        day.recipes.values().stream()
                                .collect(Collectors.toMap(
                                        Spellings::mostFrequent, Spellings::count, Long::sum, TreeMap::new)))
                .with("total_messages", day.records)
                .with(
                        "avg_conversation_length",
                        day.conversations == 0 ? 0.0 : (double) day.records / day.conversations)));
        return rows;
    }
}
