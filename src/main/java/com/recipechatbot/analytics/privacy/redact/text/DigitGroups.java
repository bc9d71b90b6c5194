package com.recipechatbot.analytics.privacy.redact.text;

import java.util.Arrays;

/** The groups of adjacent digits of a text, in order: the parts of card, phone and security numbers. */
public final class DigitGroups {

    private final char[] characters;
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int size;

    /** @param characters of which claimed ones are masked later */
    DigitGroups(char[] characters, int length) {
        this.characters = characters;
        for (int place = 0; place < length; place++) {
            if (LookAlikes.isDigit(characters[place])) {
                int start = place;
                while (place < length && LookAlikes.isDigit(characters[place])) {
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

    public int size() {
        return size;
    }

    public int start(int group) {
        return starts[group];
    }

    public int end(int group) {
        return ends[group];
    }

    public int length(int group) {
        return ends[group] - starts[group];
    }

    /** Whether it is still unclaimed. */
    public boolean isFree(int group) {
        return LookAlikes.isDigit(characters[starts[group]]) && LookAlikes.isDigit(characters[ends[group] - 1]);
    }

    /** The characters between a group and the next one. */
    public String joint(int group) {
        return new String(characters, ends[group], gap(group));
    }

    /** The number of characters between a group and the next one. */
    public int gap(int group) {
        return starts[group + 1] - ends[group];
    }

    /** The digits of the groups from first to last, inclusive, without the characters between them. */
    public String digits(int first, int last) {
        StringBuilder digits = new StringBuilder();
        for (int group = first; group <= last; group++) {
            digits.append(characters, starts[group], length(group));
        }
        return digits.toString();
    }
}
