package com.recipechatbot.analytics.sample;

import java.util.ArrayList;
import java.util.List;

/** One conversation while it is being written: what is said, in order. */
final class Dialogue {

    private final Vocabulary vocabulary;
    private final Chance chance;
    private final List<Utterance> turns = new ArrayList<>();

    private Dialogue(Vocabulary vocabulary, Chance chance) {
        this.vocabulary = vocabulary;
        this.chance = chance;
    }

    /** @return at least one turn of a user or the assistant, usually about ten, rarely more than sixteen */
    static List<Utterance> write(Vocabulary vocabulary, Chance chance) {
        Dialogue dialogue = new Dialogue(vocabulary, chance);
        dialogue.write();
        return List.copyOf(dialogue.turns);
    }

    private void write() {
        if (chance.oneIn(10)) {
            say(Role.SYSTEM, "system");
        }
        int kind = chance.below(100);
        if (kind < 6) {
            ask("ask", vocabulary.dishes().pick(chance));
        } else if (kind < 18) {
            exchange("chat");
        } else if (kind < 24) {
            fail();
        } else {
            cook();
        }
    }

    private void fail() {
        say(Role.USER, "open-question");
        say(Role.ASSISTANT, "failure");
        if (chance.oneIn(2)) {
            say(Role.USER, "unhelped");
            say(Role.ASSISTANT, "failure");
        }
    }

    private void cook() {
        Dish dish = vocabulary.dishes().pick(chance);
        boolean fails = chance.oneIn(10);
        if (chance.oneIn(4)) {
            say(Role.USER, "open-question");
            if (fails) {
                say(Role.ASSISTANT, "failure");
                ask("ask", dish);
            }
        } else if (fails) {
            ask("long-ask", dish);
            Utterance question = turns.get(turns.size() - 1);
            say(Role.ASSISTANT, "failure");
            turns.add(question.saying(
                    vocabulary.say("again", chance).rewritten(text -> text.replace("{question}", question.text()))));
        } else {
            ask("ask", dish);
        }
        present(dish);
        if (chance.oneIn(2)) {
            exchange(chance.pick(List.of("substitution", "scaling", "shopping", "timer")));
        }
        if (chance.oneIn(5)) {
            turns.add(vocabulary.revealing(chance));
            say(Role.ASSISTANT, "noted");
        }
        if (chance.oneIn(7)) {
            Dish other = vocabulary.dishes().pick(chance);
            ask("another", other);
            present(other);
        }
        end();
    }

    private void end() {
        int kind = chance.below(10);
        if (kind < 4) {
            followSteps(chance.between(3, 4));
            say(Role.ASSISTANT, "closing");
            say(Role.USER, "made-it");
        } else if (kind < 6) {
            followSteps(1);
            say(Role.USER, "stop");
            say(Role.ASSISTANT, "stop-answer");
        } else {
            followSteps(chance.below(3));
        }
        if (chance.oneIn(6)) {
            turns.add(turns.remove(turns.size() - 1).rated(Rating.pick(chance)));
        }
    }

    private void followSteps(int count) {
        if (count > 0) {
            say(Role.USER, "start");
        }
        for (Phrase step : vocabulary.steps(count, chance)) {
            turns.add(Utterance.of(Role.ASSISTANT, step));
            say(Role.USER, "acknowledge");
        }
    }

    private void ask(String kind, Dish dish) {
        turns.add(Utterance.naming(Role.USER, vocabulary.say(kind, chance), dish, dish.spelling(chance)));
    }

    private void present(Dish dish) {
        Utterance recipe = Utterance.naming(Role.ASSISTANT, vocabulary.recipe(dish, chance), dish, dish.title());
        if (chance.oneIn(4)) {
            ToolUse use = ToolUse.pick(chance);
            turns.add(use.result(dish));
            recipe = use.answer(recipe);
        }
        turns.add(recipe);
    }

    private void exchange(String topic) {
        say(Role.USER, topic);
        say(Role.ASSISTANT, topic + "-answer");
    }

    private void say(Role role, String kind) {
        turns.add(Utterance.of(role, vocabulary.say(kind, chance)));
    }
}
