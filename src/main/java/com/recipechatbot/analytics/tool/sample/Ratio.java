package com.recipechatbot.analytics.tool.sample;

/** Ratios that are null, not 0, where there is nothing to divide by. */
final class Ratio {

    private Ratio() {}

    static Double of(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
