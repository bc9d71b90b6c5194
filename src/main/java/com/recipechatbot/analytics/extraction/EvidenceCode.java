package com.recipechatbot.analytics.extraction;

/** What one message can say about how a conversation goes; a set of codes is a bit mask. */
public enum EvidenceCode {
    /** The user says that a step is done, or is ready for the next one. */
    STEP_DONE,
    /** The user asks for more of the recipe, or for a part of it again. */
    NEXT_REQUEST,
    THANKS,
    /** The user praises the dish before them. */
    MADE,
    /** The user reports having cooked it. */
    COOKED,
    FAREWELL,
    /** The user says that an answer is wrong or does not help. */
    NEGATION,
    GIVES_UP,
    /** The assistant wishes a good meal, or says that the dish is done. */
    CLOSING,
    /** The assistant gives a step. */
    STEP,
    /** The assistant says that this was the last step. */
    LAST_STEP,
    /** The assistant says that it cannot answer. */
    SYSTEM_FAILURE,
    /** The user asks what to use instead. */
    SUBSTITUTION,
    /** The user asks for another number of portions. */
    SCALING,
    SHOPPING_LIST,
    /** The user asks to be led step by step. */
    STEP_GUIDANCE;

    /** The code as a mask, {@code 1 << ordinal}: rows keep masks, so the order of the codes never changes. */
    public int bit() {
        return 1 << ordinal();
    }

    public boolean in(int codes) {
        return (codes & bit()) != 0;
    }
}
