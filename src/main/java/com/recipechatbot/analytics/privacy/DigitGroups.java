package com.recipechatbot.analytics.privacy;

import java.util.Arrays;

/** The groups of adjacent digits of a text, in order: what cards, phone and security numbers are put together from. */
final class DigitGroups {

    private final ShadowText text;
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int size;

    DigitGroups(ShadowText text) {
        this.text = text;
        for (int place = 0; place < text.length(); place++) {
            if (text.isDigit(place)) {
                int start = place;
                while (text.isDigit(place)) {
                    place++;
                }
                append(start, place);
            }
        }
    }

    private void append(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    int length(int group) {
        return ends[group] - starts[group];
    }

    /** Whether nobody has claimed it yet. */
    boolean isFree(int group) {
        return text.isDigit(starts[group]) && text.isDigit(ends[group] - 1);
    }

    /** What stands between a group and the next one. */
    String joint(int group) {
        int from = ends[group];
        return text.substring(from, from + gap(group));
    }

    /** How many characters stand between a group and the next one. */
    int gap(int group) {
        return starts[group + 1] - ends[group];
    }

    /** The digits of the groups from first to last, inclusive, without what stands between them. */
    String digits(int first, int last) {
        StringBuilder digits = new StringBuilder();
        for (int group = first; group <= last; group++) {
            digits.append(text.substring(starts[group], ends[group]));
        }
        return digits.toString();
    }
}
