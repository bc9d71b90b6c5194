package com.recipechatbot.analytics.extraction;

import java.util.Locale;
import java.util.Optional;

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

    /** The feature that a tool of {@link ToolCalls} serves; most serve none. */
    public static Optional<Feature> ofTool(String tool) {
        return switch (tool) {
            case "web_search" -> Optional.of(WEB_SEARCH);
            case "cookware_check" -> Optional.of(COOKWARE);
            default -> Optional.empty();
        };
    }
}
