package com.recipechatbot.analytics.privacy;

/**
 * Finds in one pass over the bytes whether a text can hold anything that a detector claims. It may say yes in vain, and
 * says no for most texts at the cost of reading them.
 */
final class Prefilter {

    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_DIGITS_IN_ONE_PIECE = 6;
    private static final int WIDEST_GAP = 4;
    private static final int DOTS_OF_AN_IP = 3;
    private static final int COLONS_OF_AN_IP = 7;
    private static final int LONGEST_IP = 45;
    private static final int SUSPICIOUS = -1;

    private static final boolean[] IS_SIGN = signs();

    private Prefilter() {}

    /** What may begin something: digits, signs of addresses, brackets, and all beyond ASCII. */
    private static boolean[] signs() {
        boolean[] signs = new boolean[256];
        for (int value = 0; value < signs.length; value++) {
            signs[value] = value >= 0x80 || Folding.isDigit((char) value) || "@:([{<".indexOf(value) >= 0;
        }
        return signs;
    }

    /** The {@link Signals} that the text shows. */
    static int signals(byte[] utf8, int offset, int length) {
        int end = offset + length;
        int signals = Signals.NONE;
        int window = TellingWords.EMPTY_WINDOW;
        int resume = offset;
        // One counted loop without calls on the common path is what makes this fast.
        for (int at = offset; at < end; at++) {
            byte value = utf8[at];
            window = TellingWords.next(window, value);
            if (TellingWords.mayEnd(window) || IS_SIGN[value & 0xff]) {
                if (TellingWords.mayEnd(window) && TellingWords.endsBefore(utf8, at + 1, offset, end)) {
                    signals |= Signals.WORD;
                }
                int signal = signal(value);
                if (at >= resume && (signals & signal) != signal) {
                    resume = afterSign(utf8, at, end);
                    signals |= resume == SUSPICIOUS ? signal : Signals.NONE;
                }
            }
        }
        boolean endsInWord = TellingWords.mayEnd(TellingWords.next(window, (byte) ' '))
                && TellingWords.endsBefore(utf8, end + 1, offset, end);
        return endsInWord ? signals | Signals.WORD : signals;
    }

    private static int signal(byte value) {
        if (value < 0) {
            return Signals.ALL;
        }
        if (isDigit(value)) {
            return Signals.DIGITS;
        }
        return IS_SIGN[value] ? Signals.SIGN : Signals.NONE;
    }

    /** Where to go on after a sign that turned out harmless, or SUSPICIOUS. */
    private static int afterSign(byte[] utf8, int at, int end) {
        byte sign = utf8[at];
        if (sign < 0) {
            return afterCodePoint(utf8, at, end);
        }
        if (isDigit(sign)) {
            return afterDigits(utf8, at, end);
        }
        boolean suspicious = sign == '@' || (sign == ':' ? isAddress(utf8, at, end) : spells(utf8, at + 1, end));
        return suspicious ? SUSPICIOUS : at + 1;
    }

    private static int afterCodePoint(byte[] utf8, int at, int end) {
        int codePoint = CodePoints.decode(utf8, at, end);
        return Folding.isDisguise(codePoint) ? SUSPICIOUS : at + CodePoints.length(codePoint);
    }

    /** Counts the digits of a stretch without letters and wide gaps. */
    private static int afterDigits(byte[] utf8, int start, int end) {
        int digits = 0;
        int piece = 0;
        int gap = 0;
        int dots = 0;
        int at = start;
        while (at < end && gap <= WIDEST_GAP) {
            byte value = utf8[at];
            if (isDigit(value)) {
                digits++;
                piece++;
                gap = 0;
                if (digits >= FEWEST_DIGITS || piece >= FEWEST_DIGITS_IN_ONE_PIECE || dots >= DOTS_OF_AN_IP) {
                    return SUSPICIOUS;
                }
                at++;
            } else if (value < 0) {
                piece = 0;
                gap++;
                at = afterCodePoint(utf8, at, end);
                if (at == SUSPICIOUS) {
                    return SUSPICIOUS;
                }
            } else if (isJoint(value)) {
                piece = 0;
                gap++;
                dots = value == '.' ? dots + 1 : 0;
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private static boolean isJoint(byte value) {
        return switch (value) {
            case ' ', '-', '.', '/', '(', ')', '_', '\n', '\t', '\r' -> true;
            default -> false;
        };
    }

    /** Whether a colon is part of a URL or of an IP address of version 6. */
    private static boolean isAddress(byte[] utf8, int colon, int end) {
        // What is beyond ASCII may fold to nothing, so that what stands behind it comes next.
        if (colon + 1 < end && (utf8[colon + 1] == ':' || utf8[colon + 1] < 0)) {
            return true;
        }
        if (colon + 2 < end && utf8[colon + 1] == '/' && (utf8[colon + 2] == '/' || utf8[colon + 2] < 0)) {
            return true;
        }
        int colons = 0;
        int longest = Math.min(end, colon + LONGEST_IP);
        for (int at = colon; at < longest && utf8[at] != ' '; at++) {
            colons += utf8[at] == ':' ? 1 : 0;
        }
        return colons >= COLONS_OF_AN_IP;
    }

    /** Whether a bracket is followed by "at" or a dot, as in {@code jane(at)example[.]com}. */
    private static boolean spells(byte[] utf8, int start, int end) {
        int at = start;
        while (at < end && utf8[at] == ' ' && at - start < WIDEST_GAP) {
            at++;
        }
        return at + 1 < end && (utf8[at] == '.' || ((utf8[at] | 0x20) == 'a' && (utf8[at + 1] | 0x20) == 't'));
    }
}
