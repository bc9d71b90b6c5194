package com.recipechatbot.analytics.privacy.redact.text;

/** Signs of personal data in the bytes of a text, as bits: each detector needs some of them. */
public final class Signals {

    public static final int NONE = 0;

    /** Digits close to each other. */
    public static final int DIGITS = 1;

    /** An at sign, a URL, colons as in an IP address, a bracket around a spelled sign. */
    public static final int SIGN = 2;

    /** A word of a spelled e-mail address. */
    public static final int SPELLED = 4;

    /** A name, or a word that introduces one. */
    public static final int NAME = 8;

    /** A word or a code of a postal address. */
    public static final int PLACE = 16;

    /** A word that introduces an id, a secret or a date of birth, or a code that may be one. */
    public static final int ID = 32;

    /** Digits in words. */
    public static final int SPOKEN = 64;

    public static final int ALL = DIGITS | SIGN | SPELLED | NAME | PLACE | ID | SPOKEN;

    private Signals() {}
}
