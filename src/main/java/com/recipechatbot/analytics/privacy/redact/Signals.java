package com.recipechatbot.analytics.privacy.redact;

/** What the bytes of a text show that one kind of detectors or another needs, as bits that add up. */
final class Signals {

    static final int NONE = 0;

    /** Digits close together. */
    static final int DIGITS = 1;

    /** An at sign, a URL, colons as in an IP address, a bracket around a spelled sign. */
    static final int SIGN = 2;

    /** A word that introduces something or is a part of it. */
    static final int WORD = 4;

    static final int ALL = DIGITS | SIGN | WORD;

    private Signals() {}
}
