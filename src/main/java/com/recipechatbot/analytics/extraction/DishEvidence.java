package com.recipechatbot.analytics.extraction;

import static com.recipechatbot.analytics.extraction.WordClass.CLAUSE;
import static com.recipechatbot.analytics.extraction.WordClass.COMPONENT;
import static com.recipechatbot.analytics.extraction.WordClass.CONNECTOR;
import static com.recipechatbot.analytics.extraction.WordClass.DETERMINER;
import static com.recipechatbot.analytics.extraction.WordClass.DISH;
import static com.recipechatbot.analytics.extraction.WordClass.EDIBLE;
import static com.recipechatbot.analytics.extraction.WordClass.EQUIPMENT;
import static com.recipechatbot.analytics.extraction.WordClass.GENERIC;
import static com.recipechatbot.analytics.extraction.WordClass.NUMBER;
import static com.recipechatbot.analytics.extraction.WordClass.ORDINARY;
import static com.recipechatbot.analytics.extraction.WordClass.STOP;
import static com.recipechatbot.analytics.extraction.WordClass.UNIT;

/** What must be known of the words beside a cue to believe that they name a dish. */
enum DishEvidence {
    /** Nothing but that they are not known to be something else. */
    OPEN,
    /** A food or a dish. */
    FOOD,
    /** A dish. */
    DISH_NAME,
    /** A dish, and written as a title. */
    TITLE;

    boolean holds(Sentence sentence, int from, int until) {
        if (isMeasure(sentence, from, until) || isLoneComponent(sentence, from, until)) {
            return false;
        }
        int edible = 0;
        int unknown = 0;
        boolean title = until - from > 1;
        for (int i = from; i < until; i++) {
            edible += sentence.is(i, EDIBLE) ? 1 : 0;
            unknown += sentence.classes[i] == 0 ? 1 : 0;
            title &= sentence.capitalised(i)
                    || sentence.is(i, CONNECTOR | DETERMINER | CLAUSE)
                    || sentence.marked(i, Sentence.HYPHEN);
        }
        int head = head(sentence, from, until);
        if (!sentence.is(head, EDIBLE) && sentence.is(head, GENERIC | ORDINARY | EQUIPMENT | UNIT | STOP)) {
            // "Chicken Surprise" and "salmon dinner" are dishes; "dinner" and "chicken surprise" in running text are
            // not.
            boolean eaten = edible > 0 && (title || sentence.is(head, GENERIC | EQUIPMENT));
            if (!eaten) {
                return false;
            }
        }
        boolean dish = edible > 1 || sentence.has(from, until, DISH);
        return switch (this) {
            case OPEN -> edible + unknown > 0 || sentence.is(head, COMPONENT);
            case FOOD -> edible > 0;
            case DISH_NAME -> dish;
            case TITLE -> title && dish;
        };
    }

    private static boolean isMeasure(Sentence sentence, int from, int until) {
        return until - from > 1 && sentence.is(from, NUMBER) && sentence.is(from + 1, UNIT);
    }

    /** "Prepare the filling" is a step of some dish; "how to make frosting" asks for one. */
    private static boolean isLoneComponent(Sentence sentence, int from, int until) {
        return until - from == 1 && sentence.is(from, COMPONENT) && from > 0 && sentence.is(from - 1, DETERMINER);
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
