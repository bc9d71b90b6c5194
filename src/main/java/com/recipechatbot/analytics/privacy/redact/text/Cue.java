package com.recipechatbot.analytics.privacy.redact.text;

/** What the words before a number say about it. */
public enum Cue {
    NONE,
    /** A number of an unspecified kind, as in "my number is". */
    NUMBER,
    PHONE,
    CARD,
    SSN,
    /** An order, a product, a page: not a personal number. */
    REFERENCE,
    /** Of software, or a place in a book. */
    VERSION,
    /** Says nothing; the word before it may. */
    FILLER
}
