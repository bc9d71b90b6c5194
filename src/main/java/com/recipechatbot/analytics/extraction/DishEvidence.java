package com.recipechatbot.analytics.extraction;

import static com.recipechatbot.analytics.extraction.WordClass.CLAUSE;
import static com.recipechatbot.analytics.extraction.WordClass.COMPLIMENT;
import static com.recipechatbot.analytics.extraction.WordClass.COMPONENT;
import static com.recipechatbot.analytics.extraction.WordClass.CONNECTOR;
import static com.recipechatbot.analytics.extraction.WordClass.DETERMINER;
import static com.recipechatbot.analytics.extraction.WordClass.DISH;
import static com.recipechatbot.analytics.extraction.WordClass.DISH_PART;
import static com.recipechatbot.analytics.extraction.WordClass.EDIBLE;
import static com.recipechatbot.analytics.extraction.WordClass.EQUIPMENT;
import static com.recipechatbot.analytics.extraction.WordClass.FOOD;
import static com.recipechatbot.analytics.extraction.WordClass.GENERIC;
import static com.recipechatbot.analytics.extraction.WordClass.KIND;
import static com.recipechatbot.analytics.extraction.WordClass.NUMBER;
import static com.recipechatbot.analytics.extraction.WordClass.ORDINARY;
import static com.recipechatbot.analytics.extraction.WordClass.PRAISE;
import static com.recipechatbot.analytics.extraction.WordClass.STOP;
import static com.recipechatbot.analytics.extraction.WordClass.TAIL;
import static com.recipechatbot.analytics.extraction.WordClass.UNIT;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be known of the words beside a cue to believe that they name a dish. */
enum DishEvidence {
    /** Nothing but that they are not known to be something else. */
    OPEN,
    /** A dish or a capitalised word. */
    CAPITALISED,
    /** A food or a dish. */
    FOOD_NAME,
    /** A dish. */
    DISH_NAME,
    /** A dish, and written as a title. */
    TITLE,
    /** A dish that is told from all else without a word beside it. */
    TELLING;

    /** "My soup is too thin", "a piece of cake". */
    private static final Set<Long> ON_A_PLATE =
            Stream.of("my", "of").map(WordHash::of).collect(Collectors.toUnmodifiableSet());

    private static final Set<Long> DEFINITE = Stream.of("the", "this", "that", "these", "those")
            .map(WordHash::of)
            .collect(Collectors.toUnmodifiableSet());

    boolean holds(Sentence sentence, int from, int until) {
        if (isMeasure(sentence, from, until)) {
            return false;
        }
        if (this == TELLING) {
            return tells(sentence, from, until);
        }
        if (isOnTheTable(sentence, from, until)) {
            return false;
        }
        int edible = 0;
        int parts = 0;
        int unknown = 0;
        boolean title = until - from > 1 && sentence.capitalised(until - 1);
        for (int i = from; i < until; i++) {
            edible += sentence.is(i, DISH | FOOD) ? 1 : 0;
            parts += sentence.is(i, DISH_PART) ? 1 : 0;
            unknown += sentence.isUnknown(i) ? 1 : 0;
            title &= sentence.capitalised(i)
                    || sentence.is(i, CONNECTOR | DETERMINER | CLAUSE)
                    || sentence.marked(i, Sentence.HYPHEN);
        }
        int head = head(sentence, from, until);
        if (!isEaten(sentence, from, head, edible, unknown, title)) {
            return false;
        }
        boolean ingredient = sentence.is(head, COMPONENT) && !sentence.has(from, until, DISH);
        boolean known = edible + parts > 1 && edible > 0;
        boolean dish = !ingredient && unknown <= Math.max(1, edible - 1) && (known || sentence.has(from, until, DISH));
        return switch (this) {
            case OPEN -> edible + parts + unknown > 0;
            case CAPITALISED -> dish || sentence.capitalised(from);
            case FOOD_NAME -> edible > 0;
            case DISH_NAME -> dish;
            case TITLE -> dish && (title || isTellingWord(sentence, from, until));
            case TELLING -> throw new AssertionError("told above");
        };
    }

    /** "Chicken Surprise" and "salmon dinner" are dishes; "dinner", "large bowl" and "something with fish" are not. */
    private static boolean isEaten(Sentence sentence, int from, int head, int edible, int unknown, boolean title) {
        if (sentence.is(head, EQUIPMENT)) {
            return edible > 1 || unknown > 0 || (edible > 0 && !sentence.is(head, EDIBLE));
        }
        return sentence.is(head, DISH | FOOD)
                || !sentence.is(head, GENERIC | ORDINARY | UNIT | STOP)
                || (sentence.has(from, head, DISH | FOOD) && (title || sentence.is(head, GENERIC | DISH_PART)));
    }

    /** "Shakshuka" alone on a line. */
    private static boolean isTellingWord(Sentence sentence, int from, int until) {
        return until - from == 1 && sentence.capitalised(from) && sentence.is(from, WordClass.TELLING);
    }

    /** "Moussaka", "lentil soup" and "sourdough loaf", but not "soup", "lasagna noodles" or "chicken stock". */
    private static boolean tells(Sentence sentence, int from, int until) {
        for (int word = until - 1; word >= from; word--) {
            if (word + 1 == until || sentence.is(word + 1, CONNECTOR)) {
                boolean kind = sentence.is(word, KIND)
                        && !sentence.is(word, COMPONENT | EQUIPMENT | UNIT)
                        && sentence.has(from, word, FOOD | WordClass.TELLING);
                if (kind || sentence.is(word, WordClass.TELLING)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMeasure(Sentence sentence, int from, int until) {
        return until - from > 1 && sentence.is(from, NUMBER) && sentence.is(from + 1, UNIT);
    }

    /** "Bake the cake", "make a little sauce": a word for what is being made already, or for a part of it. */
    private static boolean isOnTheTable(Sentence sentence, int from, int until) {
        boolean recipeFollows = until < sentence.size && sentence.is(until, TAIL);
        if (until - from > 1 || recipeFollows) {
            return false;
        }
        if (from > 0 && sentence.is(from, KIND) && ON_A_PLATE.contains(sentence.hashes[from - 1])) {
            return true;
        }
        boolean component =
                sentence.is(from, COMPONENT) && (from == 0 || sentence.is(from - 1, COMPLIMENT | DETERMINER | PRAISE));
        return component || (from > 0 && DEFINITE.contains(sentence.hashes[from - 1]));
    }

    /** The last word before "with", "in" and the like. */
    private static int head(Sentence sentence, int from, int until) {
        int head = from;
        while (head + 1 < until && !sentence.is(head + 1, CONNECTOR)) {
            head++;
        }
        return head;
    }
}
