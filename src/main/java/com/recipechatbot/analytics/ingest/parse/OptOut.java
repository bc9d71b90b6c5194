package com.recipechatbot.analytics.ingest.parse;

import java.util.Locale;
import java.util.Set;

/** The values of {@code analytics_opt_out} that say that a user has opted out. */
final class OptOut {

    private static final Set<String> YES = Set.of("true", "1", "1.0", "yes", "y", "on", "t");

    private OptOut() {}

    /** @param value text, a number or a truth value, as text */
    static boolean isSaidBy(String value) {
        return YES.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
