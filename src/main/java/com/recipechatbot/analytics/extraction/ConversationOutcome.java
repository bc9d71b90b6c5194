package com.recipechatbot.analytics.extraction;

import static com.recipechatbot.analytics.extraction.ConversationEvidence.NEVER;

import java.time.Duration;
import java.util.Locale;

/** How a conversation about cooking ended, told from its evidence alone. */
public enum ConversationOutcome {
    /** The assistant closed and the user had acknowledged steps, or the user reports having cooked the dish. */
    COMPLETED,
    /** The user said that they give up. */
    NOT_COMPLETED,
    /** The user followed steps, and the conversation stops among them. */
    ABANDONED,
    /** No evidence: a single answer, for example, may have been cooked or not. */
    UNKNOWN,
    /** So recent at the end of the data that it may go on. */
    OPEN;

    private static final int FEWEST_STEPS = 2;
    private static final long OPEN_MICROS = Duration.ofMinutes(30).toNanos() / 1000;

    /** The outcome of a conversation that is over. */
    public static ConversationOutcome of(ConversationEvidence evidence) {
        boolean guided = evidence.stepsDone() >= FEWEST_STEPS;
        if (evidence.cookedAt() > NEVER || (guided && isClosed(evidence))) {
            return COMPLETED;
        }
        if (evidence.givenUpAt() > NEVER && evidence.givenUpAt() > evidence.stepAt()) {
            return NOT_COMPLETED;
        }
        return guided && evidence.stepsGiven() >= FEWEST_STEPS ? ABANDONED : UNKNOWN;
    }

    /** @param dataEndAt where the data ends, in microseconds: what ended less than 30 minutes before it is open */
    public static ConversationOutcome of(ConversationEvidence evidence, long dataEndAt) {
        return dataEndAt - evidence.lastMessageAt() < OPEN_MICROS ? OPEN : of(evidence);
    }

    /** As it stands in the tables: {@code not_completed}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing is left to do: no step and no request follows the assistant's closing, or the last step and thanks. */
    private static boolean isClosed(ConversationEvidence evidence) {
        long openAt = Math.max(evidence.stepAt(), evidence.nextRequestAt() + 1);
        boolean closed = evidence.closingAt() >= openAt && evidence.closingAt() > NEVER;
        // "Stir in the ale and enjoy" still is a step, until the user says something after it.
        boolean acknowledged =
                evidence.closingAt() > evidence.stepAt() || evidence.userMessageAt() > evidence.closingAt();
        boolean thanked = evidence.finalStepAt() >= openAt && evidence.thanksAt() > evidence.finalStepAt();
        return (closed && acknowledged) || thanked;
    }
}
