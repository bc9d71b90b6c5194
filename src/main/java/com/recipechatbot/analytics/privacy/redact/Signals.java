package com.recipechatbot.analytics.privacy.redact;

/** Signs of personal data in the bytes of a text, as bits: each detector needs some of them. */
final class Signals {

    static final int NONE = 0;

    /** Digits close to each other. */
    static final int DIGITS = 1;

    /** An at sign, a URL, colons as in an IP address, a bracket around a spelled sign. */
    static final int SIGN = 2;

    /** A word of a spelled e-mail address. */
    static final int SPELLED = 4;

    /** A name, or a word that introduces one. */
    static final int NAME = 8;

    /** A word or a code of a postal address. */
    static final int PLACE = 16;

    /** A word that introduces an id, a secret or a date of birth, or a code that may be one. */
    static final int ID = 32;

    /** Digits in words. */
    static final int SPOKEN = 64;

    static final int ALL = DIGITS | SIGN | SPELLED | NAME | PLACE | ID | SPOKEN;

    private Signals() {}
}
