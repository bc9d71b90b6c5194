package com.recipechatbot.analytics.extraction.conversation;

import com.recipechatbot.analytics.extraction.EvidenceCode;

/** How satisfied the user seems, as defined in the table of metrics: their rating, otherwise what they said. */
public final class Satisfaction {

    private static final int FEWEST_USER_TURNS = 2;

    private Satisfaction() {}

    /** @return 0 to 100, or null when there is neither a rating nor enough said */
    public static Double index(ConversationEvidence evidence) {
        if (evidence.rating() != null) {
            return evidence.rating().doubleValue();
        }
        if (evidence.userTurns() < FEWEST_USER_TURNS) {
            return null;
        }
        double userTurns = evidence.userTurns();
        double answers = Math.max(1, evidence.assistantTurns());
        double mood = (evidence.pleased() - evidence.displeased() - 0.5 * evidence.rephrases()) / userTurns
                - evidence.unhelpful() / answers;
        return 50 + 50 * Math.max(-1, Math.min(1, mood));
    }

    /** Whether the user had to say it again, said no, or got no answer. */
    public static boolean hasProblem(ConversationEvidence evidence) {
        return evidence.rephrases() > 0
                || evidence.count(EvidenceCode.NEGATION) > 0
                || evidence.count(EvidenceCode.SYSTEM_FAILURE) > 0;
    }
}
