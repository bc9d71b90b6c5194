package com.recipechatbot.analytics.privacy.redact.text;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text as the detectors see it: full-width and styled characters, dashes, odd spaces and accents are plain, what is
 * invisible is gone, and whatever is claimed, or was redacted before, is a mask that nobody can claim again.
 */
public class ShadowText {

    /**
     * The mask of claimed text. Equal for a claimed value and its placeholder, so that redacting twice changes nothing.
     */
    public static final char MASK = '\uFFFF';

    private final String original;
    private final char[] characters;
    private final List<Claim> claims = new ArrayList<>();
    private int length;
    private DigitGroups digitGroups;
    private Tokens tokens;

    /** The place of each character in the original; null when no character has moved. */
    private int[] origins;

    /** In UTF-16 units of the original. */
    public record Claim(PersonalDataType type, int start, int end) {}

    public ShadowText(String original) {
        this.original = original;
        this.characters = original.toCharArray();
        read(characters.length);
    }

    /**
     * Reads the original again, with each claim as the one mask that a second redaction would see in its placeholder.
     */
    public void readAgain() {
        claims.sort(Comparator.comparingInt(Claim::start));
        original.getChars(0, original.length(), characters, 0);
        digitGroups = null;
        tokens = null;
        read(claims.get(0).start());
    }

    /** @param limit where the unclaimed text at the beginning ends */
    private void read(int limit) {
        length = 0;
        while (length < limit && isPlain(characters[length])) {
            length++;
        }
        if (length < characters.length) {
            foldFrom(length);
        }
    }

    private static boolean isPlain(char character) {
        return (character >= ' ' && character < 0x7F && character != '[') || character == '\n';
    }

    private void foldFrom(int first) {
        origins = new int[characters.length];
        for (int place = 0; place < first; place++) {
            origins[place] = place;
        }
        int claim = 0;
        for (int at = first; at < original.length(); ) {
            int masked = Placeholders.lengthAt(original, at);
            if (claim < claims.size() && claims.get(claim).start() == at) {
                masked = claims.get(claim).end() - at;
                claim++;
            }
            int codePoint = original.codePointAt(at);
            char folded = masked > 0 ? MASK : LookAlikes.fold(codePoint);
            if (folded != LookAlikes.INVISIBLE) {
                // Never overtakes the reading position: a code point folds to at most one character.
                characters[length] = folded;
                origins[length] = at;
                length++;
            }
            at += masked > 0 ? masked : Character.charCount(codePoint);
        }
    }

    public int length() {
        return length;
    }

    /** The character at a place, or a line break outside the text: no value crosses either. */
    public char at(int place) {
        return place >= 0 && place < length ? characters[place] : '\n';
    }

    public boolean isDigit(int place) {
        return LookAlikes.isDigit(at(place));
    }

    public boolean isLetter(int place) {
        return LookAlikes.isLetter(at(place));
    }

    public boolean isLetterOrDigit(int place) {
        return isDigit(place) || isLetter(place);
    }

    /** Whether the text continues with these lower-case letters, in whatever case. */
    public boolean startsWith(String lowerCase, int place) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lowerCase(at(place + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this lower-case letter stands at a place, in whatever case. */
    boolean isLowerCase(char letter, int place) {
        return lowerCase(at(place)) == letter;
    }

    /** Only ASCII: the words to look for have no other letters. */
    private static char lowerCase(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character | 0x20) : character;
    }

    public String substring(int start, int end) {
        return new String(characters, start, end - start);
    }

    public DigitGroups digitGroups() {
        if (digitGroups == null) {
            digitGroups = new DigitGroups(characters, length);
        }
        return digitGroups;
    }

    /** The words as they were when first asked for; what is claimed later stays among them. */
    public Tokens tokens() {
        if (tokens == null) {
            tokens = new Tokens(this);
        }
        return tokens;
    }

    public boolean isFree(int start, int end) {
        for (int place = start; place < end; place++) {
            if (characters[place] == MASK) {
                return false;
            }
        }
        return true;
    }

    /** Claims the characters from start to end, which must be free. */
    public void claim(PersonalDataType type, int start, int end) {
        for (int place = start; place < end; place++) {
            if (characters[place] == MASK) {
                throw new IllegalStateException(
                        "Cannot claim a %s: a part of it is already claimed. Look for free text only.".formatted(type));
            }
            characters[place] = MASK;
        }
        int last = origin(end - 1);
        claims.add(new Claim(type, origin(start), last + Character.charCount(original.codePointAt(last))));
    }

    private int origin(int place) {
        return origins == null ? place : origins[place];
    }

    public List<Claim> claims() {
        return claims;
    }
}
