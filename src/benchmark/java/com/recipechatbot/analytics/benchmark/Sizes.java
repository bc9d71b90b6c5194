package com.recipechatbot.analytics.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: 100MB. */
final class Sizes {

    private static final Map<String, Long> UNITS = Map.of("", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);
    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*([A-Z]*)");

    private Sizes() {}

    static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size.toUpperCase(Locale.ROOT));
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
            throw new IllegalArgumentException("No size: " + size + ". Write one like 100MB or 1GB.");
        }
        return Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2));
    }
}
