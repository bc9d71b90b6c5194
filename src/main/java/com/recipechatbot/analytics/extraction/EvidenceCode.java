package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.List;

/** What one message can say about how a conversation goes; a set of codes is a bit mask. */
public enum EvidenceCode {
    /** The user says that a step is done, or is ready for the next one. */
    STEP_DONE(0),
    /** The user asks for more of the recipe, or for a part of it again. */
    NEXT_REQUEST(1),
    THANKS(2),
    /** The user praises the dish before them. */
    MADE(3),
    /** The user reports having cooked it. */
    COOKED(4),
    FAREWELL(5),
    /** The user says that an answer is wrong or does not help. */
    NEGATION(6),
    GIVES_UP(7),
    /** The assistant wishes a good meal, or says that the dish is done. */
    CLOSING(8),
    /** The assistant gives a step. */
    STEP(9),
    /** The assistant says that this was the last step. */
    LAST_STEP(10),
    /** The assistant says that it cannot answer. */
    SYSTEM_FAILURE(11),
    /** The user asks what to use instead. */
    SUBSTITUTION(12),
    /** The user asks for another number of portions. */
    SCALING(13),
    SHOPPING_LIST(14),
    /** The user asks to be led step by step. */
    STEP_GUIDANCE(15),
    /** The user likes an answer, or takes up a proposal. */
    PRAISE(16),
    /** The user turns a proposal down, or asks for another one. */
    REFUSAL(17),
    /** The assistant apologizes, or has nothing that fits. */
    SHORTFALL(18);

    private static final EvidenceCode[] ALL = values();

    private final int position;

    EvidenceCode(int position) {
        this.position = position;
    }

    /** The code as a mask. Rows keep masks, so a position is never given to another code. */
    public int bit() {
        return 1 << position;
    }

    public static int bits(EvidenceCode... codes) {
        int bits = 0;
        for (EvidenceCode code : codes) {
            bits |= code.bit();
        }
        return bits;
    }

    public boolean in(int codes) {
        return (codes & bit()) != 0;
    }

    /** The names of a mask's codes, for people. */
    public static List<EvidenceCode> inBits(int codes) {
        if (codes == 0) {
            return List.of();
        }
        List<EvidenceCode> list = new ArrayList<>();
        for (EvidenceCode code : ALL) {
            if (code.in(codes)) {
                list.add(code);
            }
        }
        return list;
    }
}
