package com.recipechatbot.analytics.privacy.redact.text;

import java.nio.charset.StandardCharsets;

/** Decides from a word and its nearest characters whether names, addresses and the like are worth looking for. */
final class Gate {

    private static final int NEAR = 48;
    static final int AFTER_CUE = 48;
    private static final int BEFORE_CUE = 12;
    private static final int SHORTEST_CODE = 8;
    private static final int SHORTEST_POSTCODE = 4;
    private static final int LONGEST_POSTCODE = 6;
    private static final int SOON = 160;
    private static final String BEFORE_NAME = " ,.:\n'\"*-";
    static final int WIDEST_GAP = 4;
    private static final int LONGEST_ABBREVIATION = 4;

    private Gate() {}

    static boolean mayOpenInLowerCase(int roles) {
        return opensAlone(roles) != Signals.NONE
                || Role.MAYBE_STREET.in(roles)
                || Role.ADDRESS.in(roles)
                || Role.ID.in(roles)
                || Role.SPOKEN.in(roles);
    }

    static boolean mayOpenInCapitals(int roles) {
        return mayOpenInLowerCase(roles) || isName(roles);
    }

    static boolean mayOpenBeforeCapital(int roles) {
        return introduces(roles);
    }

    private static int opensAlone(int roles) {
        boolean rare = !Role.WORD.in(roles) && !isOfADish(roles);
        return (Role.SPELLED.in(roles) ? Signals.SPELLED : 0)
                | (Role.TELLS_NAME.in(roles) || (rare && Lexicon.first(roles) == 3) ? Signals.NAME : 0)
                | (Role.STREET.in(roles) ? Signals.PLACE : 0)
                | (Role.SECRET.in(roles) ? Signals.ID : 0);
    }

    private static boolean isOfADish(int roles) {
        return Role.FOOD.in(roles) || Role.NO_NAME.in(roles) || Role.FAMOUS.in(roles);
    }

    private static boolean isName(int roles) {
        boolean rare = !Role.WORD.in(roles) && !isOfADish(roles);
        return (!Role.NO_NAME.in(roles) || (Role.VERB.in(roles) && Lexicon.first(roles) == 3))
                && (Lexicon.first(roles) >= 2 || (rare && Lexicon.first(roles) + Lexicon.last(roles) > 0));
    }

    private static boolean introduces(int roles) {
        return Role.TITLE.in(roles)
                || Role.KIN.in(roles)
                || Role.GREETING.in(roles)
                || Role.MAYBE_INTRODUCES.in(roles)
                || Role.INTRODUCES.in(roles);
    }

    /** The signals that a word gives in its place; offset and end enclose the text. */
    static int signals(int roles, byte[] utf8, int wordStart, int wordEnd, int offset, int end) {
        int signals = opensAlone(roles);
        boolean capital = isCapital(utf8[wordStart]);
        if (capital && isName(roles)) {
            boolean first = Lexicon.first(roles) > 0 && !Role.WORD.in(roles) && !isOfADish(roles);
            boolean noName = Role.NO_NAME.in(roles);
            if (first
                    || (!noName && (isInside(utf8, wordStart, offset) || isBeforeCapital(utf8, wordEnd, end)))
                    || mayAct(utf8, wordEnd, end)) {
                signals |= Signals.NAME;
            }
        }
        if (Role.MAYBE_STREET.in(roles)
                && (hasDigit(utf8, Math.max(offset, wordStart - NEAR), wordStart)
                        || hasDigit(utf8, wordEnd, Math.min(end, wordEnd + NEAR)))) {
            signals |= Signals.PLACE;
        }
        if (Role.ID.in(roles)
                && (hasDigit(utf8, wordEnd, Math.min(end, wordEnd + AFTER_CUE))
                        || hasDigit(utf8, Math.max(offset, wordStart - BEFORE_CUE), wordStart))) {
            signals |= Signals.ID;
        }
        if (Role.ADDRESS.in(roles) && hasDigit(utf8, wordEnd, Math.min(end, wordEnd + SOON))) {
            signals |= Signals.PLACE;
        }
        return signals;
    }

    /** Whether the word is inside a sentence, where only names have capitals. */
    private static boolean isInside(byte[] utf8, int start, int offset) {
        int before = start - 1;
        if (before <= offset || utf8[before] != ' ') {
            return false;
        }
        byte last = utf8[before - 1];
        return last == ',' || last == '&' || isLetter(last);
    }

    /** The signal that a word with these roles gives before a name in capitals. */
    static int introduction(int roles, byte[] utf8, int wordEnd, int end) {
        return introduces(roles) && isBeforeCapital(utf8, wordEnd, end) ? Signals.NAME : Signals.NONE;
    }

    private static boolean isBeforeCapital(byte[] utf8, int wordEnd, int end) {
        int at = wordEnd;
        while (at < end && at - wordEnd < WIDEST_GAP && BEFORE_NAME.indexOf(utf8[at]) >= 0) {
            at++;
        }
        return at < end && at > wordEnd && isCapital(utf8[at]);
    }

    /** Whether a verb for what people do may follow: "Will says", "Basil is bringing". */
    private static boolean mayAct(byte[] utf8, int wordEnd, int end) {
        if (wordEnd + 2 >= end || utf8[wordEnd] != ' ') {
            return false;
        }
        int roles = rolesAt(utf8, wordEnd + 1, end);
        return Role.PERSONAL.in(roles)
                || Role.VERB.in(roles)
                || (utf8[wordEnd + 1] == 'i' && utf8[wordEnd + 2] == 's')
                || (utf8[wordEnd + 1] == 'w' && utf8[wordEnd + 2] == 'a');
    }

    /** The roles of the plain word at a place. */
    private static int rolesAt(byte[] utf8, int start, int end) {
        return Lexicon.roles(AsciiWords.hash(utf8, start, AsciiWords.end(utf8, start, end)));
    }

    /** Whether a whole name may own what follows, though its last word is none that is known: "tunde bakare's". */
    static boolean ownsAt(byte[] utf8, int wordEnd, int offset, int end) {
        int s = wordEnd + (utf8[wordEnd] == '\'' ? 1 : 3);
        if (s + 1 >= end || (utf8[s] | 0x20) != 's' || utf8[s + 1] != ' ') {
            return false;
        }
        int wordStart = wordEnd;
        while (wordStart > offset && isLetter(utf8[wordStart - 1])) {
            wordStart--;
        }
        if (wordStart == wordEnd || wordStart - 2 < offset || utf8[wordStart - 1] != ' ') {
            return false;
        }
        int start = wordStart - 1;
        while (start > offset && isLetter(utf8[start - 1])) {
            start--;
        }
        if (start == wordStart - 1) {
            return false;
        }
        if (isCapital(utf8[start]) && isCapital(utf8[wordStart])) {
            return true;
        }
        int roles = rolesAt(utf8, start, end);
        return !Role.WORD.in(roles) && !isOfADish(roles) && Lexicon.first(roles) >= 2;
    }

    private static boolean hasDigit(byte[] utf8, int from, int to) {
        for (int at = from; at < to; at += Long.BYTES) {
            if (AsciiWords.hasDigit(AsciiWords.read(utf8, at, to))) {
                return true;
            }
        }
        return false;
    }

    /** Also the first byte of letters beyond ASCII, of which some are capitals. */
    private static boolean isCapital(byte value) {
        return (value >= 'A' && value <= 'Z') || value < 0;
    }

    private static boolean isLetter(byte value) {
        return value < 0 || ((value | 0x20) >= 'a' && (value | 0x20) <= 'z');
    }

    /** Whether the word before a number names a street, or the letters after it make it part of a postcode. */
    static boolean isAddressAt(byte[] utf8, int digit, int offset, int end) {
        if (digit - 2 < offset || utf8[digit - 1] != ' ') {
            return false;
        }
        if ((digit + 2 < end && utf8[digit + 1] >= 'A' && utf8[digit + 1] <= 'Z')
                || (utf8[digit - 2] == ',' && isPostcode(utf8, digit, end))
                || (digit + 7 < end
                        && utf8[digit + 3] == '-'
                        && isDigit(utf8[digit + 7])
                        && isLetter(utf8[digit - 2]))) {
            return true;
        }
        int wordEnd = utf8[digit - 2] == '.' ? digit - 2 : digit - 1;
        int start = wordEnd;
        while (start > offset && isLetter(utf8[start - 1])) {
            start--;
        }
        int length = wordEnd - start;
        return length >= 2
                && isCapital(utf8[start])
                && ((length == 2 && wordEnd == digit - 1) || isStreet(utf8, start, wordEnd));
    }

    /** Whether five digits and a town follow, as in "Hauptstrasse 3, 18055 Rostock". */
    private static boolean isPostcode(byte[] utf8, int digit, int end) {
        int at = digit;
        while (at < end && at - digit < LONGEST_POSTCODE && (isDigit(utf8[at]) || utf8[at] == '-')) {
            at++;
        }
        return at - digit >= SHORTEST_POSTCODE && at + 1 < end && utf8[at] == ' ' && isCapital(utf8[at + 1]);
    }

    /** Whether a digit is glued to a letter in something longer, which may be an id: "12345678Z", "ghp_1a2b". */
    static boolean isCodeAt(byte[] utf8, int digit, int offset, int end) {
        if (isHyphenated(utf8, digit, end) || (digit > offset && isHyphenated(utf8, digit - 1, end))) {
            return true;
        }
        boolean glued = digit > offset && isLetter(utf8[digit - 1]);
        int at = digit;
        while (at < end && at - digit < SHORTEST_CODE && isDigit(utf8[at])) {
            at++;
        }
        glued |= at < end && isLetter(utf8[at]);
        if (!glued) {
            return false;
        }
        int first = digit;
        while (first > offset && digit - first < SHORTEST_CODE && isCode(utf8[first - 1])) {
            first--;
        }
        while (at < end && at - first < SHORTEST_CODE && isCode(utf8[at])) {
            at++;
        }
        return at - first >= SHORTEST_CODE;
    }

    /** Whether it may be the address of a device: "00-1A-2B-3C-4D-5E". */
    private static boolean isHyphenated(byte[] utf8, int start, int end) {
        return start + 8 < end && utf8[start + 2] == '-' && utf8[start + 5] == '-' && utf8[start + 8] == '-';
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private static boolean isCode(byte value) {
        return isDigit(value) || (value >= 0 && isLetter(value)) || value == '_';
    }

    private static boolean isStreet(byte[] utf8, int start, int end) {
        return end - start > LONGEST_ABBREVIATION
                && StreetEnds.end(new String(utf8, start, end - start, StandardCharsets.UTF_8));
    }
}
