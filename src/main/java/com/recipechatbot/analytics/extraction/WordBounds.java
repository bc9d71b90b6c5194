package com.recipechatbot.analytics.extraction;

import java.util.Arrays;

/**
 * Where the words of a text begin and end, as far as they are ASCII letters and digits: found for 64 characters at a time,
 * ahead of reading, because a reader that looks for the end of each word waits for it.
 */
final class WordBounds {

    private static final int BLOCK = Long.SIZE;
    /** Gathers the lowest bits of eight bytes in the highest byte, the first one lowest. */
    private static final long GATHER = 0x0102040810204080L;

    /** Beginning, end, beginning, end; then the end of the text twice. */
    private int[] bounds = new int[BLOCK];

    private int at;

    void find(MessageText text) {
        int length = text.length();
        int count = 0;
        long before = 0;
        for (int block = 0; block <= length; block += BLOCK) {
            long words = 0;
            for (int i = 0; i < BLOCK; i += Byte.SIZE) {
                words |= (((MessageText.lettersAndDigits(text.eightFrom(block + i)) >>> 7) * GATHER) >>> 56) << i;
            }
            if (bounds.length < count + BLOCK + 2) {
                bounds = Arrays.copyOf(bounds, bounds.length * 2);
            }
            // Each bit that differs from the one before it.
            long edges = words ^ (words << 1 | before);
            while (edges != 0) {
                bounds[count++] = block + Long.numberOfTrailingZeros(edges);
                edges &= edges - 1;
            }
            before = words >>> 63;
        }
        bounds[count] = length;
        bounds[count + 1] = length;
        at = 0;
    }

    /** Where the next word begins, or the end of the text. */
    int start() {
        return bounds[at];
    }

    int end() {
        return bounds[at + 1];
    }

    void skipTo(int position) {
        while (bounds[at] < position) {
            at += 2;
        }
    }
}
