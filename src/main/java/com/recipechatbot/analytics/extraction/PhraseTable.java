package com.recipechatbot.analytics.extraction;

import java.util.List;

/** Phrases to find in a sentence, each with a number; the longest phrase at a word wins. */
final class PhraseTable {

    private static final int PREFIX = 1;

    private final WordTable table = new WordTable();
    /** A bit for each phrase of one word and each pair of words that begins one: rules out most words without a look-up. */
    private final long[] pairs = new long[4096];

    /** Positions of a word in the phrases, as {@link KnownWord#alone}, {@code first} and {@code second} of one kind. */
    private final WordTable beginnings = new WordTable();

    private int longest;

    /** @param value 0 or more; a phrase that is added twice keeps the first value */
    void add(List<String> words, int value) {
        add(words.stream().mapToLong(WordHash::of).toArray(), value);
    }

    void add(long[] words, int value) {
        long phrase = 0;
        for (int i = 0; i < words.length; i++) {
            phrase = i == 0 ? words[0] : WordHash.join(phrase, words[i]);
            table.merge(phrase, PREFIX);
        }
        long beginning = words.length == 1 ? words[0] : WordHash.join(words[0], words[1]);
        pairs[bucket(beginning)] |= 1L << beginning;
        if (words.length == 1) {
            beginnings.merge(words[0], KnownWord.alone(1));
        } else {
            beginnings.merge(words[0], KnownWord.first(1));
            beginnings.merge(words[1], KnownWord.second(1));
        }
        if (table.get(phrase) == PREFIX) {
            table.replace(phrase, PREFIX | (value + 1L) << 1);
        }
        longest = Math.max(longest, words.length);
    }

    /** The words by which phrases begin, as phrases of the first kind of {@link KnownWord}. */
    WordTable beginnings() {
        return beginnings;
    }

    boolean isEmpty() {
        return longest == 0;
    }

    /** @return the value of the longest phrase that begins at the word, or -1; its length is {@link #lengthOf} */
    long find(Sentence sentence, int from) {
        long first = sentence.hashes[from];
        boolean begins = mayBegin(first)
                || (from + 1 < sentence.size && mayBegin(WordHash.join(first, sentence.hashes[from + 1])));
        return begins ? longestAt(sentence, from) : -1;
    }

    private boolean mayBegin(long beginning) {
        return (pairs[bucket(beginning)] & 1L << beginning) != 0;
    }

    private long longestAt(Sentence sentence, int from) {
        long found = -1;
        long phrase = 0;
        int until = Math.min(sentence.size, from + longest);
        for (int i = from; i < until; i++) {
            phrase = i == from ? sentence.hashes[i] : WordHash.join(phrase, sentence.hashes[i]);
            long value = table.get(phrase);
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

    private static int bucket(long beginning) {
        return (int) (beginning >>> 52);
    }
}
