package com.recipechatbot.analytics.tool.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recipes by the day on which the conversation began, for a run with {@code --min-users 1}. The name is the spelling
 * that most messages of the day used, the alphabetically first of equals.
 */
final class ExpectedDailyRecipes implements ExpectedTable {

    private static final class Cell {
        private final Map<String, Integer> spellings = new TreeMap<>();
        private final Set<String> users = new HashSet<>();
        private long conversations;
        private long requested;
        private long suggested;

        private String name() {
            String name = null;
            for (Map.Entry<String, Integer> spelling : spellings.entrySet()) {
                if (name == null || spelling.getValue() > spellings.get(name)) {
                    name = spelling.getKey();
                }
            }
            return name;
        }
    }

    private final Map<LocalDate, Map<String, Cell>> days = new TreeMap<>();

    @Override
    public void add(Conversation conversation) {
        Map<String, Cell> recipes = days.computeIfAbsent(conversation.startDay(), day -> new TreeMap<>());
        for (String recipe : new HashSet<>(conversation.recipes())) {
            Cell cell = recipes.computeIfAbsent(recipe, title -> new Cell());
            cell.conversations++;
            if (conversation.user().isKnown()) {
                cell.users.add(conversation.user().id());
            }
        }
        for (Message message : conversation.counted()) {
            Turn turn = message.turn();
            if (turn.dish() != null) {
                Cell cell = recipes.get(turn.dish().title());
                cell.spellings.merge(turn.spelling(), 1, Integer::sum);
                if (message.isFromUser()) {
                    cell.requested++;
                } else {
                    cell.suggested++;
                }
            }
        }
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        days.forEach((day, recipes) -> {
            Map<String, Cell> byName = new TreeMap<>();
            recipes.values().forEach(cell -> byName.put(cell.name(), cell));
            byName.forEach((name, cell) -> rows.add(new Row()
                    .with("day", day)
                    .with("recipe_name", name)
                    .with("conversations", cell.conversations)
                    .with("users", cell.users.size())
                    .with("mentions", cell.requested + cell.suggested)
                    .with("requested", cell.requested)
                    .with("suggested", cell.suggested)));
        });
        return rows;
    }
}
