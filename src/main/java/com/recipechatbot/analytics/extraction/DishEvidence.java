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

/** What must be known about the words beside a cue to believe that they name a dish. */
enum DishEvidence {
    /** Only that they are not known to be something else. */
    OPEN,
    /** As {@link #OPEN}, before "recipe", where an unknown word in lower case may be an adjective: "zero-waste". */
    NOUN,
    /** A dish or a capitalised word. */
    CAPITALISED,
    /** A food or a dish. */
    FOOD_NAME,
    /** A dish. */
    DISH_NAME,
    /** A dish, or a food that is written as a title: "Hangover Eggs". */
    ASKED,
    /** A dish, and written as a title. */
    TITLE,
    /** A dish whose name alone distinguishes it from anything else. */
    TELLING,
    /** One of these two. */
    TITLE_OR_TELLING;

    private static final WordTable SERVED = LexiconFile.hashes("served");
    private static final WordTable DEFINITE = LexiconFile.hashes("definite");
    private static final WordTable OFFERS = LexiconFile.hashes("offers");

    boolean holds(Sentence sentence, int from, int until) {
        if (isMeasure(sentence, from, until) || sentence.has(from, until, WordClass.VENUE)) {
            return false;
        }
        if (this == TELLING || (this == TITLE_OR_TELLING && tells(sentence, from, until))) {
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
            edible += sentence.is(i, DISH | FOOD) && !isQuality(sentence, i) ? 1 : 0;
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
        boolean ingredient = sentence.is(head, COMPONENT)
                && (!sentence.has(from, until, DISH) || (edible == 1 && !sentence.is(head, WordClass.TELLING)));
        boolean known = edible > 0 && (edible + parts > 1 || isCooked(sentence, from, head));
        boolean strange = unknown > Math.max(title ? 2 : 1, edible - 1);
        boolean dish = !ingredient && !strange && (known || sentence.has(from, until, DISH));
        return switch (this) {
            case OPEN -> edible + parts > 0 || (unknown > 0 && !sentence.is(from, GENERIC));
            case NOUN -> edible + parts > 0 || (sentence.isUnknown(head) && !sentence.marked(head, Sentence.HYPHEN));
            case CAPITALISED -> dish || sentence.capitalised(from);
            case FOOD_NAME -> edible > 0;
            case DISH_NAME -> dish;
            case ASKED -> dish || (title && edible > 0 && !ingredient && !strange);
            case TITLE, TITLE_OR_TELLING -> dish && (title || isTellingWord(sentence, from, until));
            case TELLING -> throw new AssertionError("told above");
        };
    }

    /** "Chicken Surprise" and "salmon dinner" are dishes; "dinner", "large bowl" and "something with fish" are not. */
    private static boolean isEaten(Sentence sentence, int from, int head, int edible, int unknown, boolean title) {
        if (OFFERS.has(sentence.hashes[head])) {
            return false;
        }
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
                if (isQuality(sentence, word)) {
                    continue;
                }
                boolean kind = sentence.is(word, KIND)
                        && !sentence.is(word, COMPONENT | UNIT)
                        && sentence.has(from, word, FOOD | WordClass.TELLING);
                if (kind || sentence.is(word, WordClass.TELLING)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Grilled scallops", but not "chopped onions". */
    private static boolean isCooked(Sentence sentence, int from, int head) {
        return head > from && sentence.is(head, FOOD) && sentence.is(head - 1, WordClass.COOKED);
    }

    /** "Nut-free", "an oatmeal-based breakfast". */
    private static boolean isQuality(Sentence sentence, int word) {
        return word + 1 < sentence.size
                && sentence.is(word + 1, WordClass.QUALIFIER)
                && !sentence.marked(word + 1, Sentence.COMMA);
    }

    private static boolean isMeasure(Sentence sentence, int from, int until) {
        return until - from > 1
                && sentence.is(from, NUMBER)
                && sentence.is(from + 1, UNIT)
                && !NameWords.isCounted(sentence, from, until);
    }

    /** "Bake the cake", "make a little sauce": a word for what is being made already, or for a part of it. */
    private static boolean isOnTheTable(Sentence sentence, int from, int until) {
        boolean recipeFollows = until < sentence.size && sentence.is(until, TAIL);
        if (until - from > 1 || recipeFollows) {
            return false;
        }
        if (from > 0 && sentence.is(from, KIND) && SERVED.has(sentence.hashes[from - 1])) {
            return true;
        }
        boolean component =
                sentence.is(from, COMPONENT) && (from == 0 || sentence.is(from - 1, COMPLIMENT | DETERMINER | PRAISE));
        return component || (from > 0 && DEFINITE.has(sentence.hashes[from - 1]));
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
