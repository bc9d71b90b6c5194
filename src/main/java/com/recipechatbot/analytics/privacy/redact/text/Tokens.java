package com.recipechatbot.analytics.privacy.redact.text;

import java.util.Arrays;

/** The words, numbers and signs of a text in order, without the spaces between them. */
public final class Tokens {

    private static final int LONGEST_WORD = 40;

    private final ShadowText text;
    private final WordHash word = new WordHash();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] roles = new int[64];
    private int size;

    Tokens(ShadowText text) {
        this.text = text;
        for (int place = 0; place < text.length(); ) {
            char character = text.at(place);
            int end = place + 1;
            int found = 0;
            if (LookAlikes.isLetter(character)) {
                end = wordEnd(place);
                found = rolesOf(place, nameEnd(place, end));
            } else if (LookAlikes.isDigit(character)) {
                while (text.isDigit(end)) {
                    end++;
                }
            }
            if (character != ' ') {
                append(place, end, found);
            }
            place = end;
        }
    }

    private int wordEnd(int start) {
        int end = start;
        while (end - start < LONGEST_WORD
                && (text.isLetter(end) || (text.at(end) == '\'' && end > start && text.isLetter(end + 1)))) {
            end++;
        }
        return end;
    }

    /** The end of a word without its possessive. */
    private int nameEnd(int start, int end) {
        boolean possessive = end - start > 3 && (text.at(end - 1) | 0x20) == 's' && text.at(end - 2) == '\'';
        return possessive ? end - 2 : end;
    }

    private int rolesOf(int start, int end) {
        int hash = WordHash.NONE;
        int plain = start;
        while (plain < end) {
            long letters = 0;
            int last = Math.min(end, plain + Long.BYTES);
            int place = plain;
            for (int shift = 0; place < last; place++, shift += Byte.SIZE) {
                char letter = text.at(place);
                if (letter >= 0x80 || letter == '\'') {
                    return slowRolesOf(start, end);
                }
                letters |= (long) (letter | 0x20) << shift;
            }
            hash = WordHash.next(hash, letters);
            plain = last;
        }
        return Lexicon.roles(hash);
    }

    /** For words with letters beyond ASCII or an apostrophe. */
    private int slowRolesOf(int start, int end) {
        word.clear();
        int afterApostrophe = -1;
        for (int place = start; place < end; place++) {
            char letter = text.at(place);
            if (letter == '\'') {
                afterApostrophe = place + 1;
            } else {
                word.add(letter);
            }
        }
        int known = Lexicon.roles(word.value());
        return known == 0 && afterApostrophe > 0 ? rolesOf(afterApostrophe, end) : known;
    }

    private void append(int start, int end, int found) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            roles = Arrays.copyOf(roles, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        roles[size] = found;
        size++;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return token >= 0 && token < size ? starts[token] : text.length();
    }

    /** The end of a token, of a word with its possessive. */
    public int end(int token) {
        return token >= 0 && token < size ? ends[token] : 0;
    }

    /** The end of a word without its possessive. */
    public int nameEnd(int token) {
        return nameEnd(starts[token], ends[token]);
    }

    /** Its first character; a line break before and after the text. */
    public char at(int token) {
        return token >= 0 && token < size ? text.at(starts[token]) : '\n';
    }

    public int roles(int token) {
        return token >= 0 && token < size ? roles[token] : 0;
    }

    public boolean is(int token, Role role) {
        return role.in(roles(token));
    }

    /** Whether it is this word in lower case, in whatever case. */
    public boolean is(int token, String word) {
        return token >= 0
                && token < size
                && ends[token] - starts[token] == word.length()
                && text.startsWith(word, starts[token]);
    }

    public boolean isWord(int token) {
        return LookAlikes.isLetter(at(token));
    }

    public boolean isNumber(int token) {
        return LookAlikes.isDigit(at(token));
    }

    public boolean isCapital(int token) {
        return Character.isUpperCase(at(token));
    }

    /** Whether it begins like "O'Neil". */
    public boolean hasApostrophe(int token) {
        return isCapital(token)
                && text.at(start(token) + 1) == '\''
                && Character.isUpperCase(text.at(start(token) + 2));
    }

    /** Whether it has a capital, also behind an article: "l'Exemple". */
    public boolean isNameLike(int token) {
        return isCapital(token)
                || (isWord(token)
                        && text.at(start(token) + 1) == '\''
                        && Character.isUpperCase(text.at(start(token) + 2)));
    }

    /** Whether it is a word of capitals only. */
    public boolean isShouted(int token) {
        return isCapital(token) && end(token) - start(token) > 1 && Character.isUpperCase(text.at(start(token) + 1));
    }

    public boolean isInitial(int token) {
        return isCapital(token) && end(token) - start(token) == 1;
    }

    /** Whether the word has a possessive: "Jane's", "James'". */
    public boolean isPossessive(int token) {
        int end = end(token);
        return nameEnd(token) < end || ((text.at(end - 1) | 0x20) == 's' && text.at(end) == '\'');
    }

    /** How many characters lie between a token and the next one. */
    public int gap(int token) {
        return start(token + 1) - end(token);
    }
}
