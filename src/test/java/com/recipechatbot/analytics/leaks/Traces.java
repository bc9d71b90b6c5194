package com.recipechatbot.analytics.leaks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Many byte strings that are searched for in one pass. */
final class Traces {

    private static final int PREFIX = 5;
    private static final int FILTER_BITS = 20;

    private final Map<Long, List<Trace>> byPrefix = new HashMap<>();
    private final boolean[] filter = new boolean[1 << FILTER_BITS];

    private static final class Trace {
        private final byte[] bytes;
        private final Canary canary;

        Trace(byte[] bytes, Canary canary) {
            this.bytes = bytes;
            this.canary = canary;
        }
    }

    void add(String text, Canary canary) {
        add(text.getBytes(StandardCharsets.UTF_8), canary);
    }

    void add(byte[] bytes, Canary canary) {
        if (bytes.length < PREFIX) {
            throw new IllegalArgumentException("Cannot search for %d bytes: plant more.".formatted(bytes.length));
        }
        long prefix = prefix(bytes, 0);
        filter[slot(prefix)] = true;
        byPrefix.computeIfAbsent(prefix, missing -> new ArrayList<>()).add(new Trace(bytes, canary));
    }

    void find(byte[] content, Consumer<Canary> found) {
        for (int at = 0; at + PREFIX <= content.length; at++) {
            long prefix = prefix(content, at);
            if (filter[slot(prefix)]) {
                for (Trace trace : byPrefix.getOrDefault(prefix, List.of())) {
                    if (stands(trace.bytes, content, at)) {
                        found.accept(trace.canary);
                    }
                }
            }
        }
    }

    private static boolean stands(byte[] bytes, byte[] content, int at) {
        return at + bytes.length <= content.length
                && java.util.Arrays.equals(bytes, 0, bytes.length, content, at, at + bytes.length);
    }

    private static long prefix(byte[] bytes, int at) {
        long prefix = 0;
        for (int i = 0; i < PREFIX; i++) {
            prefix = (prefix << 8) | (bytes[at + i] & 0xff);
        }
        return prefix;
    }

    private static int slot(long prefix) {
        return (int) ((prefix * 0x9E3779B97F4A7C15L) >>> (64 - FILTER_BITS));
    }
}
