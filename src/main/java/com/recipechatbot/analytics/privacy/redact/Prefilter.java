package com.recipechatbot.analytics.privacy.redact;

/**
 * Finds in one pass over the bytes whether a text may contain anything that a detector would claim. It reads each
 * character as what it folds to, as the detectors do. It may say yes in vain, and says no for most texts at the cost of
 * reading them.
 */
final class Prefilter {

    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_DIGITS_IN_ONE_PIECE = 6;
    private static final int WIDEST_GAP = 4;
    private static final int DOTS_OF_AN_IP = 3;
    private static final int COLONS_OF_AN_IP = 7;
    private static final int LONGEST_IP = 45;
    private static final int SUSPICIOUS = -1;
    private static final int FEWEST_SPOKEN = 5;
    private static final int WIDEST_GAP_SPOKEN = 12;

    /** For each byte, whether it needs a closer look: digits, signs, and bytes that do not fold to themselves. */
    private static final boolean[] IS_TELLING = telling();

    private Prefilter() {}

    private static boolean[] telling() {
        boolean[] telling = new boolean[256];
        for (int value = 0; value < telling.length; value++) {
            char shown = LookAlikes.fold(value);
            boolean itself = value < 0x80 && shown == value && shown != LookAlikes.INVISIBLE;
            telling[value] = !itself || signal(shown) != Signals.NONE;
        }
        return telling;
    }

    /** The {@link Signals} that the text shows. */
    static int signals(byte[] utf8, int offset, int length) {
        int end = offset + length;
        int signals = Signals.NONE;
        int digitsEnd = offset;
        int spokenEnd = offset;
        int spoken = 0;
        int cueEnd = Integer.MIN_VALUE / 2;
        int at = offset;
        // A word and the character after it in each round, without calls for most words: this makes it fast.
        while (at < end) {
            int start = at;
            int word = WordHash.NONE;
            int letters;
            do {
                long bytes = AsciiWords.read(utf8, at, end);
                letters = AsciiWords.letters(bytes);
                word = letters == 0 ? word : WordHash.next(word, AsciiWords.lowerCase(bytes, letters));
                at += letters;
            } while (letters == Long.BYTES);
            boolean telling = at < end && IS_TELLING[utf8[at] & 0xff];
            boolean beyondAscii = false;
            char shown = ' ';
            if (telling) {
                int codePoint = CodePoints.decode(utf8, at, end);
                shown = LookAlikes.fold(codePoint);
                beyondAscii = goesOn(shown);
                if (beyondAscii) {
                    WordHash slow = new WordHash();
                    at = wordEnd(utf8, start, offset, end, slow);
                    word = slow.value();
                    telling = false;
                } else if (hides(codePoint, shown, false)) {
                    at = SUSPICIOUS;
                }
                if (at == SUSPICIOUS) {
                    return Signals.ALL;
                }
            }
            if (word != WordHash.NONE && mayTell(word, utf8, start, at, end)) {
                int roles = Lexicon.roles(word);
                signals |= Gate.signals(roles, utf8, start, at, offset, end);
                if (Role.ID.in(roles)) {
                    cueEnd = at;
                }
                if (Role.SPOKEN.in(roles)) {
                    signals |= start - cueEnd <= Gate.AFTER_CUE ? Signals.ID : Signals.NONE;
                    spoken = start - spokenEnd <= WIDEST_GAP_SPOKEN ? spoken + 1 : 1;
                    spokenEnd = at;
                    signals |= spoken >= FEWEST_SPOKEN ? Signals.SPOKEN : Signals.NONE;
                }
            }
            if (at + 2 < end
                    && word != WordHash.NONE
                    && (utf8[at] == '\'' || (utf8[at] == (byte) 0xE2 && utf8[at + 1] == (byte) 0x80))
                    && Gate.ownsAt(utf8, start, at, offset, end)) {
                signals |= Signals.NAME;
            }
            if (telling) {
                int signal = signal(shown);
                int next = next(utf8, at, end);
                if (signal == Signals.SIGN && (signals & signal) == 0 && isSign(shown, utf8, next, end)) {
                    signals |= signal;
                } else if (signal == Signals.DIGITS && at >= digitsEnd) {
                    signals |= Gate.isAddressAt(utf8, at, offset, end) ? Signals.PLACE : Signals.NONE;
                    signals |= Gate.isCodeAt(utf8, at, offset, end) ? Signals.ID : Signals.NONE;
                    if ((signals & signal) == 0) {
                        digitsEnd = digitsEnd(utf8, at, end);
                        signals |= digitsEnd == SUSPICIOUS ? signal : Signals.NONE;
                    }
                }
                at = next;
            } else if (!beyondAscii) {
                at++;
            }
        }
        return signals;
    }

    /** Whether a character that is no plain letter belongs to the word before it. */
    private static boolean goesOn(char shown) {
        return shown == LookAlikes.INVISIBLE || LookAlikes.isLetter(shown);
    }

    /** The end of a word with letters beyond ASCII, or SUSPICIOUS when a character hides something. */
    private static int wordEnd(byte[] utf8, int start, int offset, int end, WordHash word) {
        int at = start;
        while (at < end) {
            int codePoint = CodePoints.decode(utf8, at, end);
            char shown = LookAlikes.fold(codePoint);
            if (hides(codePoint, shown, at > offset && utf8[at - 1] < 0)) {
                return SUSPICIOUS;
            }
            if (!goesOn(shown)) {
                break;
            }
            if (shown != LookAlikes.INVISIBLE) {
                word.add(shown);
            }
            at += CodePoints.length(codePoint);
        }
        return at;
    }

    private static boolean mayTell(int word, byte[] utf8, int start, int wordEnd, int end) {
        boolean capital = (utf8[start] & 0x20) == 0 || utf8[start] < 0;
        boolean beforeCapital = wordEnd + 2 < end && Gate.maybeBeforeCapital(utf8, wordEnd, end);
        return Lexicon.mayTell(word, capital, beforeCapital);
    }

    /** The signal that a character may begin. */
    private static int signal(char character) {
        if (LookAlikes.isDigit(character)) {
            return Signals.DIGITS;
        }
        return "@%&:([{<".indexOf(character) >= 0 ? Signals.SIGN : Signals.NONE;
    }

    /**
     * Whether a character is a plain one in disguise, or one that nobody sees and that tears plain ones apart. Inside
     * of an emoji, or behind a letter of another script, the invisible is common and hides nothing.
     */
    private static boolean hides(int codePoint, char shown, boolean followsBeyondAscii) {
        if (shown == LookAlikes.INVISIBLE) {
            return !followsBeyondAscii;
        }
        return codePoint >= 0x80
                && shown < 0x80
                && (LookAlikes.isLetter(shown) || LookAlikes.isDigit(shown) || shown == '@');
    }

    /** The end of a stretch of a few digits without letters or wide gaps, or SUSPICIOUS when there are more. */
    private static int digitsEnd(byte[] utf8, int start, int end) {
        int digits = 0;
        int piece = 0;
        int gap = 0;
        int dots = 0;
        int at = start;
        while (at < end && gap <= WIDEST_GAP) {
            int codePoint = CodePoints.decode(utf8, at, end);
            char shown = LookAlikes.fold(codePoint);
            if (LookAlikes.isDigit(shown)) {
                digits++;
                piece++;
                gap = 0;
                if (digits >= FEWEST_DIGITS || piece >= FEWEST_DIGITS_IN_ONE_PIECE || dots >= DOTS_OF_AN_IP) {
                    return SUSPICIOUS;
                }
            } else if (isJoint(shown)) {
                piece = 0;
                gap++;
                dots = shown == '.' ? dots + 1 : 0;
            } else {
                return at;
            }
            at += CodePoints.length(codePoint);
        }
        return at;
    }

    private static boolean isJoint(char character) {
        return switch (character) {
            case ' ', '-', '.', '/', '(', ')', '_', '\n', '\t' -> true;
            default -> false;
        };
    }

    /** Whether a sign may belong to an address, judging by what follows it. */
    private static boolean isSign(char sign, byte[] utf8, int place, int end) {
        if (sign == '%' || sign == '&') {
            return isEncoded(utf8, place, end);
        }
        return sign == '@' || (sign == ':' ? isAddress(utf8, place, end) : spells(utf8, place, end));
    }

    /** Whether "40", "#64", "#x40" or "commat" follows, which with the sign before them encode an at sign. */
    private static boolean isEncoded(byte[] utf8, int place, int end) {
        char first = shown(utf8, place, end);
        return first == '4' || first == '#' || (first | 0x20) == 'c';
    }

    /** Whether the colon before a place is part of a URL or of an IPv6 address. */
    private static boolean isAddress(byte[] utf8, int place, int end) {
        char first = shown(utf8, place, end);
        if (first == ':' || (first == '/' && shown(utf8, next(utf8, place, end), end) == '/')) {
            return true;
        }
        if (place + 5 < end && utf8[place + 2] == ':' && utf8[place + 5] == ':') {
            // Of a device: "00:1A:2B:3C:4D:5E".
            return true;
        }
        int colons = 1;
        int at = place;
        for (int read = 0; read < LONGEST_IP && shown(utf8, at, end) != ' '; read++) {
            colons += shown(utf8, at, end) == ':' ? 1 : 0;
            at = next(utf8, at, end);
        }
        return colons >= COLONS_OF_AN_IP;
    }

    /** Whether "at" or a dot follows a bracket, as in {@code jane(at)example[.]com}. */
    private static boolean spells(byte[] utf8, int place, int end) {
        int at = place;
        for (int spaces = 0; spaces < WIDEST_GAP && shown(utf8, at, end) == ' '; spaces++) {
            at = next(utf8, at, end);
        }
        char first = shown(utf8, at, end);
        return first == '.' || ((first | 0x20) == 'a' && (shown(utf8, at + 1, end) | 0x20) == 't');
    }

    /** The folded character at a place; a space after the end. */
    private static char shown(byte[] utf8, int place, int end) {
        return place < end ? LookAlikes.fold(CodePoints.decode(utf8, place, end)) : ' ';
    }

    private static int next(byte[] utf8, int place, int end) {
        return place < end ? place + CodePoints.length(CodePoints.decode(utf8, place, end)) : place;
    }
}
