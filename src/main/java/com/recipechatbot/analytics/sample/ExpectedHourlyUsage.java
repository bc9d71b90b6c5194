package com.recipechatbot.analytics.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Use by the UTC hour of the message, for a run with {@code --min-users 1}; conversations by the hour of their first message.
 * Hours without any are left out.
 */
final class ExpectedHourlyUsage implements ExpectedTable {

    private record Hour(LocalDate day, int hour) {}

    private static final class Usage {
        private final Set<String> users = new HashSet<>();
        private long messages;
        private long userMessages;
        private long conversations;
    }

    private final Map<Hour, Usage> hours =
            new TreeMap<>(Comparator.comparing(Hour::day).thenComparing(Hour::hour));

    @Override
    public void add(Conversation conversation) {
        List<Message> messages = conversation.counted();
        for (Message message : messages) {
            Usage usage = usageAt(message);
            usage.messages++;
            if (message.isFromUser()) {
                usage.userMessages++;
                if (conversation.user().isKnown()) {
                    usage.users.add(conversation.user().id());
                }
            }
        }
        usageAt(messages.get(0)).conversations++;
    }

    private Usage usageAt(Message message) {
        return hours.computeIfAbsent(new Hour(message.day(), message.hour()), hour -> new Usage());
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        hours.forEach((hour, usage) -> rows.add(new Row()
                .with("day", hour.day())
                .with("hour", hour.hour())
                .with("messages", usage.messages)
                .with("user_messages", usage.userMessages)
                .with("conversations", usage.conversations)
                .with("users", usage.users.size())));
        return rows;
    }
}
