package com.recipechatbot.analytics.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Calls of tools by the day on which the conversation began. */
final class ExpectedDailyTools implements ExpectedTable {

    private static final class Cell {
        private final Set<String> users = new HashSet<>();
        private long conversations;
        private long calls;
        private long failures;
    }

    private final Map<LocalDate, Map<String, Cell>> days = new TreeMap<>();
    private final Map<LocalDate, Long> engaged = new TreeMap<>();

    @Override
    public void add(Conversation conversation) {
        LocalDate day = conversation.startDay();
        engaged.merge(day, conversation.isEngaged() ? 1L : 0L, Long::sum);
        Set<String> seen = new HashSet<>();
        for (ToolUse use : conversation.toolUses()) {
            Cell cell =
                    days.computeIfAbsent(day, none -> new TreeMap<>()).computeIfAbsent(use.tool(), none -> new Cell());
            cell.conversations += seen.add(use.tool()) ? 1 : 0;
            if (conversation.user().isKnown()) {
                cell.users.add(conversation.user().id());
            }
            cell.calls++;
            cell.failures += use.isFailure() ? 1 : 0;
        }
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.forEach((day, tools) -> tools.forEach((tool, cell) -> rows.add(new Row()
                .with("day", day)
                .with("tool", tool)
                .with("conversations", cell.conversations)
                .with("users", cell.users.size())
                .with("calls", cell.calls)
                .with("failures", cell.failures)
                .withRatio("share", cell.conversations, engaged.get(day)))));
        return rows;
    }
}
