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
        int window = TellingWords.EMPTY_WINDOW;
        int digitsEnd = offset;
        // A single loop without calls on the common path makes this fast.
        for (int at = offset; at < end; at++) {
            byte value = utf8[at];
            int longer = TellingWords.next(window, value);
            if (!TellingWords.mayEnd(longer) && !IS_TELLING[value & 0xff]) {
                window = longer;
                continue;
            }
            int codePoint = CodePoints.decode(utf8, at, end);
            char shown = LookAlikes.fold(codePoint);
            if (hides(codePoint, shown, window)) {
                return Signals.ALL;
            }
            int next = at + CodePoints.length(codePoint);
            if (shown != LookAlikes.INVISIBLE) {
                window = TellingWords.next(window, shown);
                if (TellingWords.mayEnd(window) && TellingWords.endsBefore(utf8, at + 1, offset, end)) {
                    signals |= Signals.WORD;
                }
                int signal = signal(shown) & ~signals;
                if (signal == Signals.SIGN && isSign(shown, utf8, next, end)) {
                    signals |= signal;
                } else if (signal == Signals.DIGITS && at >= digitsEnd) {
                    digitsEnd = digitsEnd(utf8, at, end);
                    signals |= digitsEnd == SUSPICIOUS ? signal : Signals.NONE;
                }
            }
            at = next - 1;
        }
        boolean endsInWord = TellingWords.mayEnd(TellingWords.next(window, ' '))
                && TellingWords.endsBefore(utf8, end + 1, offset, end);
        return endsInWord ? signals | Signals.WORD : signals;
    }

    /** The signal that a character may begin. */
    private static int signal(char character) {
        if (LookAlikes.isDigit(character)) {
            return Signals.DIGITS;
        }
        return "@:([{<".indexOf(character) >= 0 ? Signals.SIGN : Signals.NONE;
    }

    /**
     * Whether a character is a plain one in disguise, or one that nobody sees and that tears plain ones apart. Inside
     * of an emoji, or behind a letter of another script, the invisible is common and hides nothing.
     */
    private static boolean hides(int codePoint, char shown, int window) {
        if (shown == LookAlikes.INVISIBLE) {
            return !TellingWords.endsBeyondAscii(window);
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
        return sign == '@' || (sign == ':' ? isAddress(utf8, place, end) : spells(utf8, place, end));
    }

    /** Whether the colon before a place is part of a URL or of an IPv6 address. */
    private static boolean isAddress(byte[] utf8, int place, int end) {
        char first = shown(utf8, place, end);
        if (first == ':' || (first == '/' && shown(utf8, next(utf8, place, end), end) == '/')) {
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
