package com.recipechatbot.analytics.privacy.redact;

/** What the words before a number say that it is. */
enum Cue {
    NONE,
    /** A number of something that is not said, as in "my number is". */
    NUMBER,
    PHONE,
    CARD,
    SSN,
    /** An order, a product, a page: nobody's number. */
    REFERENCE,
    /** Of software, or a place in a book. */
    VERSION,
    /** Says nothing, so that the word before it may. */
    FILLER
}
