package com.recipechatbot.analytics.privacy;

/**
 * Finds in one pass over the bytes whether a text can hold anything that a detector claims. It may say yes in vain, and
 * says no for most texts at the cost of reading them.
 */
final class Prefilter {

    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_DIGITS_IN_ONE_PIECE = 6;
    private static final int WIDEST_GAP = 3;
    private static final int DOTS_OF_AN_IP = 3;
    private static final int COLONS_OF_AN_IP = 7;

    private static final byte LETTER = 0;
    private static final byte DIGIT = 1;
    private static final byte JOINT = 2;
    private static final byte BREAK = 3;
    private static final byte BRACKET = 4;
    private static final byte COLON = 5;
    private static final byte AT = 6;
    private static final byte BEYOND_ASCII = 7;
    private static final byte[] KINDS = kinds();

    private Prefilter() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int value = 0; value < 256; value++) {
            char character = (char) value;
            if (value >= 0x80) {
                kinds[value] = BEYOND_ASCII;
            } else if (Folding.isLetter(character)) {
                kinds[value] = LETTER;
            } else if (Folding.isDigit(character)) {
                kinds[value] = DIGIT;
            } else if (" -./()_\n\t\r".indexOf(character) >= 0) {
                kinds[value] = character == '(' ? BRACKET : JOINT;
            } else if ("[{<".indexOf(character) >= 0) {
                kinds[value] = BRACKET;
            } else if (character == ':') {
                kinds[value] = COLON;
            } else {
                kinds[value] = character == '@' ? AT : BREAK;
            }
        }
        return kinds;
    }

    static boolean isSuspicious(byte[] utf8, int offset, int length) {
        int end = offset + length;
        int digits = 0;
        int run = 0;
        int gap = 0;
        int dots = 0;
        int colons = 0;
        for (int at = offset; at < end; at++) {
            byte value = utf8[at];
            switch (KINDS[value & 0xff]) {
                case LETTER -> {
                    int wordEnd = wordEnd(utf8, at + 1, end);
                    if (TellingWords.contains(utf8, at, wordEnd)) {
                        return true;
                    }
                    at = wordEnd - 1;
                    digits = 0;
                    run = 0;
                    dots = 0;
                }
                case DIGIT -> {
                    digits++;
                    run++;
                    gap = 0;
                    if (digits >= FEWEST_DIGITS || run >= FEWEST_DIGITS_IN_ONE_PIECE || dots >= DOTS_OF_AN_IP) {
                        return true;
                    }
                }
                case JOINT, BRACKET -> {
                    run = 0;
                    dots = value == '.' ? dots + 1 : 0;
                    if (++gap > WIDEST_GAP) {
                        digits = 0;
                    }
                    if (value == ' ') {
                        colons = 0;
                    } else if (KINDS[value] == BRACKET && spellsAt(utf8, at + 1, end)) {
                        return true;
                    }
                }
                case COLON -> {
                    digits = 0;
                    run = 0;
                    dots = 0;
                    char next = at + 1 < end ? (char) utf8[at + 1] : ' ';
                    boolean url = next == '/' && at + 2 < end && utf8[at + 2] == '/';
                    if (++colons >= COLONS_OF_AN_IP || next == ':' || url) {
                        return true;
                    }
                }
                case AT -> {
                    return true;
                }
                case BEYOND_ASCII -> {
                    int codePoint = CodePoints.decode(utf8, at, end);
                    if (Folding.isDisguise(codePoint)) {
                        return true;
                    }
                    at += CodePoints.length(codePoint) - 1;
                }
                default -> {
                    digits = 0;
                    run = 0;
                    dots = 0;
                }
            }
        }
        return false;
    }

    private static int wordEnd(byte[] utf8, int start, int end) {
        int at = start;
        while (at < end && KINDS[utf8[at] & 0xff] == LETTER) {
            at++;
        }
        return at;
    }

    /** Whether a bracket is followed by "at", as in {@code jane(at)example.com}. */
    private static boolean spellsAt(byte[] utf8, int start, int end) {
        int at = start;
        while (at < end && utf8[at] == ' ') {
            at++;
        }
        return at + 2 < end
                && (utf8[at] | 0x20) == 'a'
                && (utf8[at + 1] | 0x20) == 't'
                && KINDS[utf8[at + 2] & 0xff] != LETTER;
    }
}
