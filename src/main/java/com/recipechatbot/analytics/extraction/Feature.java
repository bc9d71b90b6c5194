package com.recipechatbot.analytics.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What users use the chatbot for, as counted by feature adoption. */
public enum Feature {
    RECIPE(1 << 0),
    STEP_GUIDANCE(1 << 1),
    SUBSTITUTION(1 << 2),
    SCALING(1 << 3),
    SHOPPING_LIST(1 << 4),
    WEB_SEARCH(1 << 5),
    COOKWARE(1 << 6);

    private static final Feature[] ALL = values();

    private final int bit;

    Feature(int bit) {
        this.bit = bit;
    }

    /** The feature as a mask. Rows keep masks, so the bit of a feature never changes. */
    public int bit() {
        return bit;
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

    /** The names of all. */
    public static List<String> columns() {
        return Arrays.stream(ALL).map(Feature::column).toList();
    }

    /** As the tables have it: {@code step_guidance}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The feature that a tool in {@code extraction.metadata} serves; most serve none. */
    public static Optional<Feature> ofTool(String tool) {
        return switch (tool) {
            case "web_search" -> Optional.of(WEB_SEARCH);
            case "cookware_check" -> Optional.of(COOKWARE);
            default -> Optional.empty();
        };
    }
}
