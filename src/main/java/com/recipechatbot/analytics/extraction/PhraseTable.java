package com.recipechatbot.analytics.extraction;

import java.util.List;

/** Phrases to find in a sentence, each with a number; the longest phrase at a word wins. */
final class PhraseTable {

    private static final int PREFIX = 1;

    private final HashTable table = new HashTable();
    /** A bit for each first word: most words of a text begin no phrase, and are told here without a look-up. */
    private final long[] firstWords = new long[64];

    private int longest;

    /** @param value 0 or more; a phrase that is added twice keeps the first value */
    void add(List<String> words, int value) {
        add(words.stream().mapToLong(WordHash::of).toArray(), value);
    }

    void add(long[] words, int value) {
        long phrase = 0;
        firstWords[bucket(words[0])] |= 1L << words[0];
        for (int i = 0; i < words.length; i++) {
            phrase = i == 0 ? words[0] : WordHash.join(phrase, words[i]);
            table.merge(phrase, PREFIX);
        }
        if (table.get(phrase) == PREFIX) {
            table.put(phrase, PREFIX | (value + 1) << 1);
        }
        longest = Math.max(longest, words.length);
    }

    /** @return the value of the longest phrase that begins at the word, or -1; its length is {@link #lengthOf} */
    long find(Sentence sentence, int from) {
        long first = sentence.hashes[from];
        if ((firstWords[bucket(first)] & 1L << first) == 0) {
            return -1;
        }
        long found = -1;
        long phrase = 0;
        int until = Math.min(sentence.size, from + longest);
        for (int i = from; i < until; i++) {
            phrase = i == from ? sentence.hashes[i] : WordHash.join(phrase, sentence.hashes[i]);
            int value = table.get(phrase);
            if (value == 0) {
                break;
            }
            if (value > PREFIX) {
                found = (long) (i + 1 - from) << 32 | ((value >>> 1) - 1);
            }
        }
        return found;
    }

    static int lengthOf(long found) {
        return (int) (found >>> 32);
    }

    static int valueOf(long found) {
        return (int) found;
    }

    private static int bucket(long word) {
        return (int) (word >>> 58);
    }
}
