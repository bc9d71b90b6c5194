package com.recipechatbot.analytics.privacy.redact.text;

/**
 * Finds in one pass over the bytes whether a text may contain anything that a detector would claim. It reads each
 * character as what it folds to, as the detectors do. It may say yes by mistake, and says no for most texts at the cost of
 * reading them.
 */
public final class Prefilter {

    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_DIGITS_IN_ONE_PIECE = 6;
    private static final int WIDEST_GAP = 4;
    private static final int DOTS_OF_AN_IP = 3;
    private static final int COLONS_OF_AN_IP = 7;
    private static final int LONGEST_IP = 45;
    private static final int SUSPICIOUS = -1;
    private static final int FEWEST_SPOKEN = 5;
    private static final int WIDEST_GAP_SPOKEN = 12;

    private static final int LENGTH_OF_A_DATE = 10;
    private static final int LONGEST_CUT = 40;
    private static final byte ODD = -1;
    private static final byte APOSTROPHE = -2;

    /** For each plain byte the signal that it may begin, or that it needs a closer look. */
    private static final byte[] KINDS = kinds();

    private static byte[] kinds() {
        byte[] kinds = new byte[0x80];
        for (char shown = 0; shown < kinds.length; shown++) {
            kinds[shown] = AsciiWords.isOdd((byte) shown) ? ODD : shown == '\'' ? APOSTROPHE : (byte) signal(shown);
        }
        return kinds;
    }

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
    public static int signals(byte[] utf8, int offset, int length) {
        int end = offset + length;
        int signals = Signals.NONE;
        int digitsEnd = offset;
        int spokenEnd = offset;
        int spoken = 0;
        int cueEnd = Integer.MIN_VALUE / 2;
        int at = offset;
        int oddEnd = length < Long.SIZE ? end : offset;
        int before = WordHash.NONE;
        int beforeEnd = offset;
        while (at < end) {
            if (at >= oddEnd) {
                // 64 plain bytes at once: where words and other signs are is known before any is looked at, so that the
                // processor need not wait for the end of a word to find the next one.
                int base = Math.min(at, end - Long.SIZE);
                long letters = 0;
                long signs = 0;
                for (int shift = 0; shift < Long.SIZE; shift += Long.BYTES) {
                    long bytes = AsciiWords.read(utf8, base + shift);
                    long flags = AsciiWords.letterFlags(bytes);
                    letters |= AsciiWords.gather(flags) << shift;
                    signs |= AsciiWords.gather(AsciiWords.signFlags(bytes, flags)) << shift;
                }
                // The last 64 bytes overlap those before, and a word that is cut off is read with the next bytes.
                long unread = -1L << (at - base);
                int cut = base + Long.SIZE == end ? 0 : Long.numberOfLeadingZeros(~letters);
                if (cut > LONGEST_CUT) {
                    oddEnd = base + Long.SIZE;
                    continue;
                }
                unread &= -1L >>> cut;
                int next = base + Long.SIZE - cut;
                for (long left = signs & unread; left != 0; left &= left - 1) {
                    int sign = base + Long.numberOfTrailingZeros(left);
                    byte shown = utf8[sign];
                    byte kind = shown < 0 ? ODD : KINDS[shown];
                    if (kind == ODD) {
                        // The word before it may go on in it.
                        next = AsciiWords.start(utf8, sign, at);
                        oddEnd = sign + 1;
                        unread &= (1L << (next - base)) - 1;
                        break;
                    }
                    if (kind == Signals.DIGITS) {
                        if (sign >= digitsEnd) {
                            signals |= Gate.isAddressAt(utf8, sign, offset, end) ? Signals.PLACE : Signals.NONE;
                            signals |= Gate.isCodeAt(utf8, sign, offset, end) ? Signals.ID : Signals.NONE;
                            if ((signals & Signals.DIGITS) == 0) {
                                digitsEnd = digitsEnd(utf8, sign, end);
                                signals |= digitsEnd == SUSPICIOUS ? Signals.DIGITS : Signals.NONE;
                            }
                        }
                    } else if (kind == Signals.SIGN) {
                        signals |= (signals & Signals.SIGN) == 0 && isSign((char) shown, utf8, sign + 1, end)
                                ? Signals.SIGN
                                : Signals.NONE;
                    } else if (kind == APOSTROPHE && Gate.ownsAt(utf8, sign, offset, end)) {
                        signals |= Signals.NAME;
                    }
                }
                letters &= unread;
                for (long starts = letters & ~(letters << 1); starts != 0; starts &= starts - 1) {
                    int first = Long.numberOfTrailingZeros(starts);
                    int count = Long.numberOfTrailingZeros(~(letters >>> first));
                    int start = base + first;
                    long bytes = AsciiWords.read(utf8, start, end);
                    int wordEnd = start + count;
                    int word = count <= Long.BYTES
                            ? WordHash.next(WordHash.NONE, AsciiWords.lowerCase(bytes, count))
                            : AsciiWords.hash(utf8, start, wordEnd);
                    int capital = (int) (~bytes >>> 5) & 1;
                    if ((Lexicon.mayTell(word, capital) | (Lexicon.mayIntroduce(before) & capital)) != 0) {
                        int roles = Lexicon.roles(word);
                        signals |= Gate.signals(roles, utf8, start, wordEnd, offset, end);
                        if (capital != 0
                                && before != WordHash.NONE
                                && start - beforeEnd <= Gate.WIDEST_GAP
                                && !isCodeAt(utf8, wordEnd, end)) {
                            signals |= Gate.introduction(Lexicon.roles(before), utf8, beforeEnd, end);
                        }
                        if (Role.ID.in(roles)) {
                            cueEnd = wordEnd;
                        }
                        if (Role.SPOKEN.in(roles)) {
                            spoken = start - spokenEnd <= WIDEST_GAP_SPOKEN ? spoken + 1 : 1;
                            spokenEnd = wordEnd;
                            signals |= spoken >= FEWEST_SPOKEN ? Signals.SPOKEN : Signals.NONE;
                            signals |= spoken > 2 && start - cueEnd <= Gate.AFTER_CUE ? Signals.ID : Signals.NONE;
                        }
                    }
                    before = word;
                    beforeEnd = wordEnd;
                }
                at = next;
                continue;
            }
            // A word and the character after it in each round, whatever they are.
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
            int capital = start < end && ((utf8[start] & 0x20) == 0 || utf8[start] < 0) ? 1 : 0;
            int tells = Lexicon.mayTell(word, capital)
                    | Lexicon.mayIntroduce(word)
                    | (Lexicon.mayIntroduce(before) & capital);
            if (word != WordHash.NONE && tells != 0) {
                int roles = Lexicon.roles(word);
                signals |= Gate.signals(roles, utf8, start, at, offset, end);
                signals |= Gate.introduction(Lexicon.roles(before), utf8, beforeEnd, end);
                signals |= Gate.introduction(roles, utf8, at, end);
                if (Role.ID.in(roles)) {
                    cueEnd = at;
                }
                if (Role.SPOKEN.in(roles)) {
                    spoken = start - spokenEnd <= WIDEST_GAP_SPOKEN ? spoken + 1 : 1;
                    spokenEnd = at;
                    signals |= spoken >= FEWEST_SPOKEN ? Signals.SPOKEN : Signals.NONE;
                    signals |= spoken > 2 && start - cueEnd <= Gate.AFTER_CUE ? Signals.ID : Signals.NONE;
                }
            }
            before = word == WordHash.NONE ? before : word;
            beforeEnd = word == WordHash.NONE ? beforeEnd : at;
            if (at + 2 < end
                    && word != WordHash.NONE
                    && (utf8[at] == '\'' || (utf8[at] == (byte) 0xE2 && utf8[at + 1] == (byte) 0x80))
                    && Gate.ownsAt(utf8, at, offset, end)) {
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

    /** Whether a character that is not a plain letter belongs to the word before it. */
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

    /** Whether letters are followed by a digit, so that they are no name: "is GB82". */
    private static boolean isCodeAt(byte[] utf8, int wordEnd, int end) {
        return wordEnd < end && LookAlikes.isDigit((char) utf8[wordEnd]);
    }

    /** The signal that a character may begin. */
    private static int signal(char character) {
        if (LookAlikes.isDigit(character)) {
            return Signals.DIGITS;
        }
        return "@%&:([{<".indexOf(character) >= 0 ? Signals.SIGN : Signals.NONE;
    }

    /**
     * Whether a character is a plain one in disguise, or an invisible one that splits plain ones. Inside
     * an emoji, or after a letter of another script, invisible characters are common and hide nothing.
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
        if (isLoneDate(utf8, start, end)) {
            return start + LENGTH_OF_A_DATE;
        }
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

    /** "2024-11-03" without digits next to it, which is no number of any kind. */
    private static boolean isLoneDate(byte[] utf8, int start, int end) {
        if (start + LENGTH_OF_A_DATE > end || utf8[start + 4] != '-' || utf8[start + 7] != '-') {
            return false;
        }
        for (int at = start; at < Math.min(end, start + LENGTH_OF_A_DATE + WIDEST_GAP + 1); at++) {
            boolean inside = at < start + LENGTH_OF_A_DATE && at != start + 4 && at != start + 7;
            if (utf8[at] < 0 || inside != LookAlikes.isDigit((char) utf8[at])) {
                return false;
            }
        }
        return true;
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
