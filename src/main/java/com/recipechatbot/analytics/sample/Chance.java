package com.recipechatbot.analytics.sample;

import java.util.List;

/** Random choices that depend on the seed and the path alone: the same on every machine and Java version (SplitMix64). */
final class Chance {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** Choices for one thing, say the third conversation of a day; other paths give unrelated choices. */
    static Chance of(long seed, long... path) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long step : path) {
            state = mix(state + GOLDEN_GAMMA * (step + 1));
        }
        return new Chance(state);
    }

    /** @return a number from 0 to bound - 1 */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** @return a number from 0 to bound - 1, small ones far more often than large ones, each at times */
    int skewed(int bound) {
        double fraction = (next() >>> 11) * 0x1.0p-53;
        return (int) (bound * fraction * fraction);
    }

    boolean oneIn(int count) {
        return below(count) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
