package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is kept of a conversation to tell its outcome: sums, latest times (microseconds, {@link #NEVER} when there
 * was none) and one list in time order, so that parts seen on different days join without their text.
 *
 * @param thanksAt latest thanks, praise of the dish or farewell of the user
 * @param rating the latest explicit rating, 0 to 100, null when there is none
 * @param signatures of all user messages in time order, see {@link MessageEvidence}
 */
public record ConversationEvidence(
        int userTurns,
        int assistantTurns,
        int stepsGiven,
        int stepsDone,
        int thanks,
        int negations,
        int systemFailures,
        int closings,
        long firstMessageAt,
        long lastMessageAt,
        long userMessageAt,
        long stepAt,
        long nextRequestAt,
        long finalStepAt,
        long closingAt,
        long thanksAt,
        long cookedAt,
        long givenUpAt,
        Integer rating,
        long ratedAt,
        List<Long> signatures) {

    public static final long NEVER = Long.MIN_VALUE;

    public ConversationEvidence {
        signatures = List.copyOf(signatures);
    }

    /** The evidence of a conversation that has one message so far. */
    public static ConversationEvidence of(Speaker speaker, MessageEvidence message, Integer rating, long sentAt) {
        Codes codes = new Codes(message.codes(), sentAt);
        boolean user = speaker == Speaker.USER;
        return new ConversationEvidence(
                user ? 1 : 0,
                user ? 0 : 1,
                codes.count(EvidenceCode.STEP),
                codes.count(EvidenceCode.STEP_DONE),
                codes.count(EvidenceCode.THANKS),
                codes.count(EvidenceCode.NEGATION),
                codes.count(EvidenceCode.SYSTEM_FAILURE),
                codes.count(EvidenceCode.CLOSING),
                sentAt,
                sentAt,
                user ? sentAt : NEVER,
                codes.at(EvidenceCode.STEP),
                codes.at(EvidenceCode.NEXT_REQUEST, EvidenceCode.STEP_GUIDANCE),
                codes.at(EvidenceCode.LAST_STEP),
                codes.at(EvidenceCode.CLOSING),
                codes.at(EvidenceCode.THANKS, EvidenceCode.MADE, EvidenceCode.FAREWELL),
                codes.at(EvidenceCode.COOKED),
                codes.at(EvidenceCode.GIVES_UP),
                rating,
                rating == null ? NEVER : sentAt,
                user ? List.of(message.signature()) : List.of());
    }

    /** The evidence of both parts, of which neither has messages between the other's. */
    public ConversationEvidence plus(ConversationEvidence other) {
        return new ConversationEvidence(
                userTurns + other.userTurns,
                assistantTurns + other.assistantTurns,
                stepsGiven + other.stepsGiven,
                stepsDone + other.stepsDone,
                thanks + other.thanks,
                negations + other.negations,
                systemFailures + other.systemFailures,
                closings + other.closings,
                Math.min(firstMessageAt, other.firstMessageAt),
                Math.max(lastMessageAt, other.lastMessageAt),
                Math.max(userMessageAt, other.userMessageAt),
                Math.max(stepAt, other.stepAt),
                Math.max(nextRequestAt, other.nextRequestAt),
                Math.max(finalStepAt, other.finalStepAt),
                Math.max(closingAt, other.closingAt),
                Math.max(thanksAt, other.thanksAt),
                Math.max(cookedAt, other.cookedAt),
                Math.max(givenUpAt, other.givenUpAt),
                other.ratedAt >= ratedAt && other.rating != null ? other.rating : rating,
                Math.max(ratedAt, other.ratedAt),
                firstMessageAt <= other.firstMessageAt
                        ? joined(signatures, other.signatures)
                        : joined(other.signatures, signatures));
    }

    /** How many user messages say again what the one before said. */
    public int rephrases() {
        int rephrases = 0;
        for (int i = 1; i < signatures.size(); i++) {
            rephrases += sayTheSame(signatures.get(i - 1), signatures.get(i)) ? 1 : 0;
        }
        return rephrases;
    }

    /** At least three fifths of the words of both. */
    private static boolean sayTheSame(long one, long other) {
        return one != 0 && other != 0 && 5 * Long.bitCount(one & other) >= 3 * Long.bitCount(one | other);
    }

    private static List<Long> joined(List<Long> earlier, List<Long> later) {
        List<Long> all = new ArrayList<>(earlier);
        all.addAll(later);
        return all;
    }

    private record Codes(int codes, long sentAt) {

        int count(EvidenceCode code) {
            return code.in(codes) ? 1 : 0;
        }

        long at(EvidenceCode... anyOf) {
            for (EvidenceCode code : anyOf) {
                if (code.in(codes)) {
                    return sentAt;
                }
            }
            return NEVER;
        }
    }
}
