package com.recipechatbot.analytics.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * The words without which no name, address or spelled e-mail is found, taken from the same tables as the detectors.
 * Compares hashes: a collision only costs a look in vain.
 */
final class TellingWords {

    private static final int SLOT_BITS = 16;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_IN_PHRASE = 4;
    private static final long[] HASHES = hashes();

    private TellingWords() {}

    private static long[] hashes() {
        List<String> words = new ArrayList<>(Resource.lines("streets.txt"));
        words.addAll(SpelledMark.DOTS);
        Resource.lines("mail_providers.txt")
                .forEach(provider -> words.add(provider.substring(0, provider.indexOf('.'))));
        Resource.lines("introductions.txt").forEach(phrase -> words.add(lastLongWord(phrase)));
        Resource.lines("address_introductions.txt").forEach(phrase -> words.add(lastLongWord(phrase)));
        long[] hashes = new long[(1 << SLOT_BITS) / Long.SIZE];
        for (String word : words) {
            int hash = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = next(hash, (byte) word.charAt(i));
            }
            hashes[slot(hash) / Long.SIZE] |= 1L << slot(hash);
        }
        return hashes;
    }

    private static String lastLongWord(String phrase) {
        String last = "";
        for (String word : phrase.split("[^a-z]+")) {
            last = word.length() >= SHORTEST_IN_PHRASE ? word : last;
        }
        return last;
    }

    static boolean contains(byte[] utf8, int start, int end) {
        if (end - start < SHORTEST) {
            return false;
        }
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = next(hash, utf8[at]);
        }
        return (HASHES[slot(hash) / Long.SIZE] >>> slot(hash) & 1) != 0;
    }

    private static int next(int hash, byte letter) {
        return hash * 31 + (letter | 0x20);
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - SLOT_BITS);
    }
}
