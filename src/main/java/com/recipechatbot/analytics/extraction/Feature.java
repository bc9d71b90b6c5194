package com.recipechatbot.analytics.extraction;

import java.util.Locale;

/** What users use the chatbot for, as counted by feature adoption. */
public enum Feature {
    RECIPE,
    STEP_GUIDANCE,
    SUBSTITUTION,
    SCALING,
    SHOPPING_LIST,
    WEB_SEARCH,
    COOKWARE;

    /** As it stands in the tables: {@code step_guidance}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
