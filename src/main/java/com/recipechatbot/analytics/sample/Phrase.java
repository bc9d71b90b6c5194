package com.recipechatbot.analytics.sample;

import java.util.Set;
import java.util.function.UnaryOperator;

/** A sentence or more, and what it means. */
record Phrase(String text, Set<Meaning> meanings) {

    static Phrase meaningNothing(String text) {
        return new Phrase(text, Set.of());
    }

    Phrase rewritten(UnaryOperator<String> writing) {
        return new Phrase(writing.apply(text), meanings);
    }
}
