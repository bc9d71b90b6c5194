package com.recipechatbot.analytics.sample;

import java.util.Locale;

/** What a sentence means, so that the expected counts do not have to find it out from its words. */
enum Meaning {
    /** The user has done a step, or is ready for one. */
    ACKNOWLEDGES,
    /** The assistant gives at least one step of a method. */
    STEP,
    /** The assistant says that the dish is done, or wishes a good meal. */
    CLOSES,
    /** The user has cooked the dish. */
    MADE_IT,
    GIVES_UP,
    THANKS,
    /** The user says that the answer is not what was asked for. */
    OBJECTS,
    /** The assistant could not answer. */
    FAILS,
    /** The user asks the last question again. */
    ASKS_AGAIN,
    /** The user asks for the next step. */
    STEP_GUIDANCE,
    SUBSTITUTION,
    SCALING,
    SHOPPING_LIST;

    /** As it is written in a file of phrases: {@code asks-again}. */
    static Meaning named(String name) {
        return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
