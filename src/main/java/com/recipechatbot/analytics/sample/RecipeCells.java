package com.recipechatbot.analytics.sample;

import com.recipechatbot.analytics.sample.Assessment.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What was cooked in each day or week in which the conversations began. */
final class RecipeCells {

    private final UnaryOperator<LocalDate> periodOf;
    private final Map<LocalDate, Map<String, Cell>> periods = new TreeMap<>();

    /** @param periodOf the first day of a day's period */
    RecipeCells(UnaryOperator<LocalDate> periodOf) {
        this.periodOf = periodOf;
    }

    /** A dish in a day or week. */
    static final class Cell {

        private final Dish dish;
        private final Spellings spellings = new Spellings();
        private final Set<String> users = new HashSet<>();
        private long conversations;
        private long requested;
        private long suggested;
        private long completed;
        private long notCompleted;
        private long problems;

        private Cell(Dish dish) {
            this.dish = dish;
        }

        Dish dish() {
            return dish;
        }

        /** The spelling that most messages used. */
        String name() {
            return spellings.mostFrequent();
        }

        long conversations() {
            return conversations;
        }

        long users() {
            return users.size();
        }

        long requested() {
            return requested;
        }

        long suggested() {
            return suggested;
        }

        long mentions() {
            return requested + suggested;
        }

        private void add(Assessment assessment) {
            conversations++;
            completed += assessment.outcome() == Outcome.COMPLETED ? 1 : 0;
            notCompleted += assessment.isTold() && assessment.outcome() != Outcome.COMPLETED ? 1 : 0;
            problems += assessment.hasProblem() ? 1 : 0;
        }

        Row addOutcomesTo(Row row) {
            return row.with("completed", completed)
                    .with("not_completed", notCompleted)
                    .with("problems", problems);
        }
    }

    void add(Conversation conversation) {
        Map<String, Cell> recipes =
                periods.computeIfAbsent(periodOf.apply(conversation.startDay()), period -> new TreeMap<>());
        Assessment assessment = Assessment.of(conversation);
        Set<String> seen = new HashSet<>();
        for (Message message : conversation.counted()) {
            Utterance turn = message.turn();
            if (turn.dish() != null) {
                String title = turn.dish().title();
                Cell cell = recipes.computeIfAbsent(title, none -> new Cell(turn.dish()));
                if (seen.add(title)) {
                    cell.add(assessment);
                }
                cell.spellings.add(turn.spelling());
                cell.requested += message.isFromUser() ? 1 : 0;
                cell.suggested += message.isFromUser() ? 0 : 1;
                if (conversation.user().isKnown()) {
                    cell.users.add(conversation.user().id());
                }
            }
        }
    }

    /** The days or weeks in which something was cooked, in order, each with its dishes. */
    Map<LocalDate, List<Cell>> cells() {
        Map<LocalDate, List<Cell>> cells = new TreeMap<>();
        periods.forEach((period, recipes) -> cells.put(period, List.copyOf(recipes.values())));
        return cells;
    }
}
