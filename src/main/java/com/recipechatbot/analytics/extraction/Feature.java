package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.List;
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

    private static final Feature[] ALL = values();

    /** The feature as a mask. Rows may keep masks, so a new feature goes last. */
    public int bit() {
        return 1 << ordinal();
    }

    /** The features of a mask of {@link #bit}, in the order of their declaration. */
    public static List<Feature> inBits(int bits) {
        if (bits == 0) {
            return List.of();
        }
        List<Feature> features = new ArrayList<>(ALL.length);
        for (Feature feature : ALL) {
            if ((bits & feature.bit()) != 0) {
                features.add(feature);
            }
        }
        return features;
    }

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
