package com.recipechatbot.analytics.privacy.redact;

/** Finds the values of one kind in what is left of a text, and claims them. Holds no state of a text. */
interface Detector {

    /** Without one of these {@link Signals} it finds nothing. */
    int signals();

    void claimIn(ShadowText text);
}
