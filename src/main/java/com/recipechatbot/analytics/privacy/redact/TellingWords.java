package com.recipechatbot.analytics.privacy.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words without which no name, address or spelled e-mail is found, taken from the same tables as the detectors.
 * Four bytes at a time are compared, and the whole word only where these match. Hashes may collide, which only costs
 * time.
 */
final class TellingWords {

    static final int EMPTY_WINDOW = 0;

    /** Represents everything beyond ASCII in a window. */
    private static final byte BEYOND_ASCII = -1;

    /** The characters that may precede a word of three letters. */
    private static final String BEFORE_SHORT = " ([{<";

    private static final int WINDOW = Integer.BYTES;
    private static final int LOWER_CASE = 0x20202020;
    private static final int SLOT_BITS = 16;
    private static final int LONGEST_WORD = 16;
    private static final int SHORTEST_IN_PHRASE = 4;

    /** A bit set, because only a table that fits into the L1 cache is fast. */
    private static final long[] WINDOWS = new long[(1 << SLOT_BITS) / Long.SIZE];

    private static final long[] WORDS = new long[(1 << SLOT_BITS) / Long.SIZE];

    static {
        for (String word : words()) {
            add(WORDS, hash(word.getBytes(US_ASCII), 0, word.length()));
            switch (word.length()) {
                case 2 -> addShort(word);
                case 3 -> BEFORE_SHORT.chars().forEach(before -> addWindow((char) before + word));
                default -> addWindow(word);
            }
        }
    }

    private TellingWords() {}

    private static Set<String> words() {
        List<String> words = new ArrayList<>(Resource.lines("streets.txt"));
        words.addAll(SpelledMark.DOTS);
        Resource.lines("mail_providers.txt")
                .forEach(provider -> words.add(provider.substring(0, provider.indexOf('.'))));
        Resource.lines("introductions.txt").forEach(phrase -> words.add(lastLongWord(phrase)));
        Resource.lines("address_introductions.txt").forEach(phrase -> words.add(lastLongWord(phrase)));
        return new HashSet<>(words);
    }

    private static String lastLongWord(String phrase) {
        String last = "";
        for (String word : phrase.split("[^a-z]+")) {
            last = word.length() >= SHORTEST_IN_PHRASE ? word : last;
        }
        return last;
    }

    /** A word of two letters is looked for between a space and anything but a letter. */
    private static void addShort(String word) {
        for (int after = 0; after < 256; after++) {
            if (!isLetter((byte) after)) {
                addWindow(" " + word + (char) after);
            }
        }
    }

    private static void addWindow(String start) {
        int window = EMPTY_WINDOW;
        for (byte value : start.substring(0, Integer.BYTES).getBytes(ISO_8859_1)) {
            window = next(window, value);
        }
        add(WINDOWS, window | LOWER_CASE);
    }

    /** The window with one more byte. */
    static int next(int window, byte value) {
        return (window >>> 8) | (value << 24);
    }

    /** The window with one more character, in its folded form. */
    static int next(int window, char shown) {
        return next(window, shown < 0x80 ? (byte) shown : BEYOND_ASCII);
    }

    static boolean endsBeyondAscii(int window) {
        return (byte) (window >>> 24) == BEYOND_ASCII;
    }

    /**
     * Whether the window may end in the first four bytes of a telling word, or in a short one with its surroundings.
     */
    static boolean mayEnd(int window) {
        return contains(WINDOWS, window | LOWER_CASE);
    }

    /** Whether the window that ends before a place holds the beginning of a telling word. */
    static boolean endsBefore(byte[] utf8, int place, int offset, int end) {
        return isWord(utf8, place - WINDOW, offset, end) || isWord(utf8, place - WINDOW + 1, offset, end);
    }

    private static boolean isWord(byte[] utf8, int start, int offset, int end) {
        if (start < offset || start >= end || (start > offset && isLetter(utf8[start - 1]))) {
            return false;
        }
        int wordEnd = start;
        while (wordEnd < end && wordEnd - start < LONGEST_WORD && isLetter(utf8[wordEnd])) {
            wordEnd++;
        }
        return wordEnd > start && contains(WORDS, hash(utf8, start, wordEnd));
    }

    private static int hash(byte[] letters, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = hash * 31 + (letters[at] | 0x20);
        }
        return hash;
    }

    private static void add(long[] bits, int hash) {
        bits[slot(hash) / Long.SIZE] |= 1L << slot(hash);
    }

    private static boolean contains(long[] bits, int hash) {
        return (bits[slot(hash) / Long.SIZE] >>> slot(hash) & 1) != 0;
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - SLOT_BITS);
    }

    private static boolean isLetter(byte value) {
        return (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
    }
}
