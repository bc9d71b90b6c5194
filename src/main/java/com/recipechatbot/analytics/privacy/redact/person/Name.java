package com.recipechatbot.analytics.privacy.redact.person;

import com.recipechatbot.analytics.privacy.redact.text.Lexicon;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;

/**
 * Words that may be a name.
 *
 * @param start the title before it, or its first token
 * @param first the first of its tokens
 * @param last the last of its tokens
 * @param end where it ends in the text, without a possessive
 * @param isTitled whether a title comes before it
 * @param isCapital whether it is written in capitals, as names are
 */
record Name(int start, int first, int last, int end, boolean isTitled, boolean isCapital) {

    private static final int MOST_WORDS = 5;
    private static final int LONGEST_HALF = 6;

    /** The name that may begin at a token, or null. */
    static Name at(Tokens tokens, int token, boolean shouted) {
        if (!tokens.isWord(token)) {
            return null;
        }
        return tokens.isCapital(token) && !shouted ? capital(tokens, token) : lowerCase(tokens, token);
    }

    private static Name capital(Tokens tokens, int token) {
        int last = token;
        for (int words = 1; words < MOST_WORDS; words++) {
            int next = following(tokens, last);
            if (next < 0) {
                break;
            }
            last = next;
        }
        int first = token;
        boolean titled = isTitle(tokens, token - 1) || (tokens.at(token - 1) == '.' && isTitle(tokens, token - 2));
        int start = titled ? (tokens.at(token - 1) == '.' ? token - 2 : token - 1) : -1;
        while (first <= last && isBefore(tokens, first, last, token)) {
            boolean title =
                    tokens.is(first, Role.TITLE) || (Role.KIN.in(tokens.roles(first)) && tokens.gap(first) == 1);
            titled = isTitle(tokens, first) || (titled && tokens.at(first) == '.');
            start = tokens.at(first) == '.' ? start : !title ? -1 : start < 0 ? first : start;
            first++;
        }
        while (last >= first && (!tokens.isWord(last) || isNoEnd(tokens, last))) {
            last--;
        }
        if (last < first) {
            return null;
        }
        return new Name(start < 0 ? first : start, first, last, tokens.nameEnd(last), titled, true);
    }

    /** "Hyun-woo" */
    private static boolean isSecondHalf(Tokens tokens, int token) {
        return tokens.isWord(token)
                && tokens.gap(token - 1) == 0
                && !tokens.isCapital(token)
                && tokens.end(token) - tokens.start(token) <= LONGEST_HALF
                && (isRare(tokens, token) || isAnyName(tokens, token));
    }

    private static boolean isAnyName(Tokens tokens, int token) {
        int roles = tokens.roles(token);
        return Lexicon.first(roles) + Lexicon.last(roles) > 0 && !Role.EATEN.in(roles) && !Role.NO_NAME.in(roles);
    }

    private static boolean isTitle(Tokens tokens, int token) {
        return tokens.is(token, Role.TITLE) && !tokens.is(token, Role.KIN);
    }

    /** The token of the next word of a name in capitals, or -1. */
    private static int following(Tokens tokens, int last) {
        if (tokens.isPossessive(last)) {
            return -1;
        }
        int next = last + 1;
        // After an initial or a title, a dot does not end the name; after any other word it ends the sentence.
        if (tokens.at(next) == '.'
                && tokens.gap(last) == 0
                && (tokens.isInitial(last) || tokens.is(last, Role.TITLE))) {
            next++;
        } else if (tokens.at(next) == '-' && tokens.gap(last) == 0 && tokens.gap(next) == 0) {
            next++;
            if (isSecondHalf(tokens, next)) {
                return next;
            }
        }
        if (tokens.start(next) - tokens.end(next - 1) > 1) {
            return -1;
        }
        for (int particles = 0;
                particles < 3 && tokens.is(next, Role.PARTICLE) && !tokens.isCapital(next);
                particles++) {
            next++;
        }
        return tokens.isWord(next) && tokens.isCapital(next) ? next : -1;
    }

    private static boolean isBefore(Tokens tokens, int first, int last, int token) {
        if (first == last && isActor(tokens, first)) {
            return false;
        }
        if (!tokens.isWord(first) || tokens.is(first, Role.TITLE) || tokens.is(first, Role.NO_NAME)) {
            return true;
        }
        boolean introduces = tokens.is(first, Role.GREETING) || tokens.is(first, Role.KIN);
        int roles = tokens.roles(first);
        boolean begins = startsSentence(tokens, token);
        return (introduces && first < last)
                || (introduces && Lexicon.first(roles) < 2)
                || (begins
                        && first < last
                        && Role.WORD.in(roles)
                        && Lexicon.first(roles) < 2
                        && !isInsideName(tokens, first));
    }

    private static boolean isInsideName(Tokens tokens, int first) {
        return tokens.at(first + 1) == '-';
    }

    static boolean startsSentence(Tokens tokens, int token) {
        return ".!?\n:;\"*-#(>|".indexOf(tokens.at(token - 1)) >= 0;
    }

    /** A word that begins questions, but here somebody who says something: "Will says". */
    private static boolean isActor(Tokens tokens, int token) {
        return Lexicon.first(tokens.roles(token)) > 2 && tokens.is(token + 1, Role.PERSONAL);
    }

    private static boolean isNoEnd(Tokens tokens, int last) {
        return (tokens.is(last, Role.NO_NAME) && !isActor(tokens, last))
                || (tokens.is(last, Role.PARTICLE) && !tokens.isCapital(last));
    }

    /** A first name, and a last name if one follows it. */
    private static Name lowerCase(Tokens tokens, int token) {
        if (tokens.is(token, Role.NO_NAME) || tokens.isNumber(token - 1)) {
            return null;
        }
        boolean titled = isTitle(tokens, token - 1) || (tokens.at(token - 1) == '.' && isTitle(tokens, token - 2));
        int last = token;
        if (isRareFirst(tokens, token) && !tokens.isPossessive(token) && tokens.gap(token) == 1) {
            int next = token + 1;
            boolean initial =
                    tokens.isWord(next) && tokens.end(next) - tokens.start(next) == 1 && tokens.isWord(next + 1);
            next += initial ? 1 : 0;
            boolean alike = tokens.isCapital(next) == tokens.isCapital(token);
            boolean known = Lexicon.last(tokens.roles(next)) + Lexicon.first(tokens.roles(next)) > 0;
            if (tokens.isWord(next) && alike && isRare(tokens, next) && (known || tokens.isPossessive(next))) {
                last = next;
            }
        }
        return new Name(token, token, last, tokens.nameEnd(last), titled, false);
    }

    static boolean isRareFirst(Tokens tokens, int token) {
        return Lexicon.first(tokens.roles(token)) > 0 && isRare(tokens, token);
    }

    /** Whether a word is nothing but a name. */
    static boolean isRare(Tokens tokens, int token) {
        int roles = tokens.roles(token);
        return !Role.WORD.in(roles) && !Role.FOOD.in(roles) && !Role.NO_NAME.in(roles);
    }
}
