package com.recipechatbot.analytics.sample;

import static com.recipechatbot.analytics.sample.Meaning.ACKNOWLEDGES;
import static com.recipechatbot.analytics.sample.Meaning.ASKS_AGAIN;
import static com.recipechatbot.analytics.sample.Meaning.CLOSES;
import static com.recipechatbot.analytics.sample.Meaning.FAILS;
import static com.recipechatbot.analytics.sample.Meaning.GIVES_UP;
import static com.recipechatbot.analytics.sample.Meaning.MADE_IT;
import static com.recipechatbot.analytics.sample.Meaning.OBJECTS;
import static com.recipechatbot.analytics.sample.Meaning.STEP;
import static com.recipechatbot.analytics.sample.Meaning.THANKS;

import java.util.Objects;
import java.util.Set;

/**
 * How a conversation went, by the definitions of the metrics, from what its turns mean.
 *
 * @param satisfaction 0 to 100, or null when too little is said
 */
record Assessment(Outcome outcome, Double satisfaction, boolean hasProblem) {

    private static final int FEWEST_STEPS = 2;
    private static final int FEWEST_USER_TURNS = 2;

    enum Outcome {
        COMPLETED,
        NOT_COMPLETED,
        ABANDONED,
        UNKNOWN
    }

    static Assessment of(Conversation conversation) {
        return new Assessment(
                outcome(conversation),
                satisfaction(conversation),
                conversation.turnsThat(OBJECTS) + conversation.turnsThat(FAILS) + conversation.turnsThat(ASKS_AGAIN)
                        > 0);
    }

    boolean isTold() {
        return outcome != Outcome.UNKNOWN;
    }

    private static Outcome outcome(Conversation conversation) {
        boolean followsSteps = conversation.turnsThat(ACKNOWLEDGES) >= FEWEST_STEPS;
        if (conversation.turnsThat(MADE_IT) > 0 || (followsSteps && conversation.turnsThat(CLOSES) > 0)) {
            return Outcome.COMPLETED;
        }
        if (conversation.turnsThat(GIVES_UP) > 0) {
            return Outcome.NOT_COMPLETED;
        }
        return followsSteps && conversation.turnsThat(STEP) >= FEWEST_STEPS ? Outcome.ABANDONED : Outcome.UNKNOWN;
    }

    private static Double satisfaction(Conversation conversation) {
        Integer points = conversation.counted().stream()
                .map(message -> message.turn().rating())
                .filter(Objects::nonNull)
                .map(Rating::points)
                .reduce((earlier, last) -> last)
                .orElse(null);
        if (points != null) {
            return points.doubleValue();
        }
        double userTurns = conversation.turnsOf(Role.USER);
        if (userTurns < FEWEST_USER_TURNS) {
            return null;
        }
        double answers = Math.max(1, conversation.turnsOf(Role.ASSISTANT));
        double mood = (conversation.turnsThatAny(Set.of(THANKS, MADE_IT))
                                - conversation.sinceTheFirstAnswer().turnsThatAny(Set.of(OBJECTS, GIVES_UP))
                                - 0.5 * conversation.turnsThat(ASKS_AGAIN))
                        / userTurns
                - conversation.turnsThat(FAILS) / answers;
        return 50 + 50 * Math.max(-1, Math.min(1, mood));
    }
}
