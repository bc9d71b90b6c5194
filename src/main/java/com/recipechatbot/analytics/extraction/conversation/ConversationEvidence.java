package com.recipechatbot.analytics.extraction.conversation;

import com.recipechatbot.analytics.extraction.EvidenceCode;
import com.recipechatbot.analytics.extraction.Speaker;
import java.util.EnumMap;
import java.util.Map;

/**
 * The evidence of a conversation, summed over its turns: counts, and latest times in microseconds, {@link #NEVER} when
 * there was none.
 */
public final class ConversationEvidence {

    public static final long NEVER = Long.MIN_VALUE;

    private static final EvidenceCode[] CODES = EvidenceCode.values();

    private static final int PLEASED =
            EvidenceCode.bits(EvidenceCode.THANKS, EvidenceCode.PRAISE, EvidenceCode.MADE, EvidenceCode.COOKED);
    private static final int DISPLEASED =
            EvidenceCode.bits(EvidenceCode.NEGATION, EvidenceCode.REFUSAL, EvidenceCode.GIVES_UP);
    private static final int UNHELPFUL = EvidenceCode.bits(EvidenceCode.SYSTEM_FAILURE, EvidenceCode.SHORTFALL);

    private final Map<EvidenceCode, Integer> counts = new EnumMap<>(EvidenceCode.class);
    private final Map<EvidenceCode, Long> latest = new EnumMap<>(EvidenceCode.class);
    private int userTurns;
    private int assistantTurns;
    private int rephrases;
    private int pleased;
    private int displeased;
    private int unhelpful;
    private long lastMessageAt = NEVER;
    private long userMessageAt = NEVER;
    private long lastSignature;
    private Integer rating;

    private ConversationEvidence() {}

    /** @param turns in order of time */
    public static ConversationEvidence of(Iterable<Turn> turns) {
        ConversationEvidence evidence = new ConversationEvidence();
        turns.forEach(evidence::add);
        return evidence;
    }

    private void add(Turn turn) {
        lastMessageAt = turn.sentAt();
        if (turn.speaker() == Speaker.USER) {
            userTurns++;
            userMessageAt = turn.sentAt();
            rephrases += sayTheSame(lastSignature, turn.signature()) ? 1 : 0;
            lastSignature = turn.signature();
        } else {
            assistantTurns++;
        }
        if (turn.codes() != 0) {
            pleased += (turn.codes() & PLEASED) == 0 ? 0 : 1;
            // Who has not been answered yet turns nothing down: "something that's not too sweet".
            displeased += (turn.codes() & DISPLEASED) == 0 || assistantTurns == 0 ? 0 : 1;
            unhelpful += (turn.codes() & UNHELPFUL) == 0 ? 0 : 1;
            for (EvidenceCode code : CODES) {
                if (code.in(turn.codes())) {
                    counts.merge(code, 1, Integer::sum);
                    latest.put(code, turn.sentAt());
                }
            }
        }
        if (turn.rating() != null) {
            rating = turn.rating();
        }
    }

    /** At least three fifths of the words of both. */
    private static boolean sayTheSame(long one, long other) {
        return one != 0 && other != 0 && 5 * Long.bitCount(one & other) >= 3 * Long.bitCount(one | other);
    }

    public int userTurns() {
        return userTurns;
    }

    public int assistantTurns() {
        return assistantTurns;
    }

    /** How many user messages repeat what the one before said. */
    public int rephrases() {
        return rephrases;
    }

    /** How many user messages thank, praise, or report a success. */
    int pleased() {
        return pleased;
    }

    /** How many user messages object, turn a proposal down, or give up. */
    int displeased() {
        return displeased;
    }

    /** How many answers fail, apologize, or offer nothing that fits. */
    int unhelpful() {
        return unhelpful;
    }

    public long lastMessageAt() {
        return lastMessageAt;
    }

    long userMessageAt() {
        return userMessageAt;
    }

    /** How many turns say this. */
    public int count(EvidenceCode code) {
        return counts.getOrDefault(code, 0);
    }

    /** When one of these was last said. */
    long latest(EvidenceCode... anyOf) {
        long at = NEVER;
        for (EvidenceCode code : anyOf) {
            at = Math.max(at, latest.getOrDefault(code, NEVER));
        }
        return at;
    }

    /** The latest explicit rating, 0 to 100; null when there is none. */
    public Integer rating() {
        return rating;
    }
}
