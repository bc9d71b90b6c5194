package com.recipechatbot.analytics.privacy.redact;

/** Signs of personal data in the bytes of a text, as bits: each detector needs some of them. */
final class Signals {

    static final int NONE = 0;

    /** Digits close to each other. */
    static final int DIGITS = 1;

    /** An at sign, a URL, colons as in an IP address, a bracket around a spelled sign. */
    static final int SIGN = 2;

    /** A word that introduces a value or is part of one. */
    static final int WORD = 4;

    static final int ALL = DIGITS | SIGN | WORD;

    private Signals() {}
}
