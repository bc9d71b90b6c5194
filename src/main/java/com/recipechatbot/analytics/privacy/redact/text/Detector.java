package com.recipechatbot.analytics.privacy.redact.text;

/** Finds the values of one kind in what is left of a text, and claims them. Keeps no state between texts. */
public interface Detector {

    /** It finds nothing in texts without any of these {@link Signals}. */
    int signals();

    void claimIn(ShadowText text);
}
