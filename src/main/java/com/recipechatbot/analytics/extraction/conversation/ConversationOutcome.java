package com.recipechatbot.analytics.extraction.conversation;

import static com.recipechatbot.analytics.extraction.conversation.ConversationEvidence.NEVER;

import com.recipechatbot.analytics.extraction.EvidenceCode;
import java.util.Locale;

/** How a conversation about cooking ended, judged by its evidence alone. */
public enum ConversationOutcome {
    /** The assistant closed and the user had acknowledged steps, or the user reports having cooked the dish. */
    COMPLETED,
    /** The user said that they give up. */
    NOT_COMPLETED,
    /** The user followed steps, and the conversation stops midway through them. */
    ABANDONED,
    /** No evidence: a single answer, for example, may have been cooked or not. */
    UNKNOWN,
    /** Ended less than 30 minutes before the end of the data, so it may go on; the queries decide that. */
    OPEN;

    private static final int FEWEST_STEPS = 2;

    /** The outcome of a conversation that is over. */
    public static ConversationOutcome of(ConversationEvidence evidence) {
        boolean guided = evidence.count(EvidenceCode.STEP_DONE) >= FEWEST_STEPS;
        if (evidence.count(EvidenceCode.COOKED) > 0 || (guided && isClosed(evidence))) {
            return COMPLETED;
        }
        long givenUpAt = evidence.latest(EvidenceCode.GIVES_UP);
        if (givenUpAt > NEVER && givenUpAt > evidence.latest(EvidenceCode.STEP)) {
            return NOT_COMPLETED;
        }
        return guided && evidence.count(EvidenceCode.STEP) >= FEWEST_STEPS ? ABANDONED : UNKNOWN;
    }

    /** Whether the dish was made; null when nothing shows it. */
    public Boolean completed() {
        return (this == UNKNOWN || this == OPEN) ? null : (Boolean) (this == COMPLETED);
    }

    /** As the tables have it: {@code not_completed}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing is left to do: no step and no request follows the assistant's closing, or the last step and thanks. */
    private static boolean isClosed(ConversationEvidence evidence) {
        long stepAt = evidence.latest(EvidenceCode.STEP);
        long openAt = Math.max(stepAt, evidence.latest(EvidenceCode.NEXT_REQUEST, EvidenceCode.STEP_GUIDANCE) + 1);
        long closingAt = evidence.latest(EvidenceCode.CLOSING);
        boolean closed = closingAt >= openAt && closingAt > NEVER;
        // "Stir in the ale and enjoy" is still a step, until the user says something after it.
        boolean acknowledged = closingAt > stepAt || evidence.userMessageAt() > closingAt;
        long finalStepAt = evidence.latest(EvidenceCode.LAST_STEP);
        boolean thanked = finalStepAt >= openAt
                && evidence.latest(EvidenceCode.THANKS, EvidenceCode.MADE, EvidenceCode.FAREWELL) > finalStepAt;
        return (closed && acknowledged) || thanked;
    }
}
