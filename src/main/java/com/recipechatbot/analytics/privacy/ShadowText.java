package com.recipechatbot.analytics.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as the detectors see it: full-width and styled characters, dashes, odd spaces and accents are plain, what is
 * invisible is gone, and whatever is claimed, or was redacted before, is a mask that nobody can claim again.
 */
class ShadowText {

    /** Stands for claimed text. Equal for a claimed value and its placeholder, so that redacting twice changes nothing. */
    static final char MASK = '\uFFFF';

    private final String original;
    private final char[] characters;
    private final int[] origins;
    private final List<Claim> claims = new ArrayList<>();
    private int length;
    private DigitGroups digitGroups;

    /** In UTF-16 units of the original. */
    record Claim(PersonalDataType type, int start, int end) {}

    ShadowText(String original) {
        this.original = original;
        this.characters = new char[original.length()];
        this.origins = new int[original.length()];
        for (int at = 0; at < original.length(); ) {
            char character = original.charAt(at);
            if (character >= ' ' && character < 0x7F && character != '[') {
                append(character, at);
                at++;
            } else {
                at += fold(at);
            }
        }
    }

    /** Appends what is no plain character and gives its length in the original. */
    private int fold(int at) {
        int placeholder = Placeholders.lengthAt(original, at);
        if (placeholder > 0) {
            append(MASK, at);
            return placeholder;
        }
        int codePoint = original.codePointAt(at);
        char folded = Folding.fold(codePoint);
        if (folded != Folding.INVISIBLE) {
            append(folded, at);
        }
        return Character.charCount(codePoint);
    }

    private void append(char folded, int origin) {
        characters[length] = folded;
        origins[length] = origin;
        length++;
    }

    int length() {
        return length;
    }

    /** The character at a place, or a line break outside the text: nothing reaches over either. */
    char at(int place) {
        return place >= 0 && place < length ? characters[place] : '\n';
    }

    boolean isDigit(int place) {
        return Folding.isDigit(at(place));
    }

    boolean isLetter(int place) {
        return Folding.isLetter(at(place));
    }

    boolean isLetterOrDigit(int place) {
        return isDigit(place) || isLetter(place);
    }

    /** Whether the text continues with these lower-case letters, in whatever case. */
    boolean startsWith(String lowerCase, int place) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(at(place + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String substring(int start, int end) {
        return new String(characters, start, end - start);
    }

    DigitGroups digitGroups() {
        if (digitGroups == null) {
            digitGroups = new DigitGroups(this);
        }
        return digitGroups;
    }

    /** Claims the characters from start to end, which must be free. */
    void claim(PersonalDataType type, int start, int end) {
        for (int place = start; place < end; place++) {
            if (characters[place] == MASK) {
                throw new IllegalStateException(
                        "Cannot claim a %s: a part of it is claimed. Look for free text only.".formatted(type));
            }
            characters[place] = MASK;
        }
        int last = origins[end - 1];
        claims.add(new Claim(type, origins[start], last + Character.charCount(original.codePointAt(last))));
    }

    List<Claim> claims() {
        return claims;
    }
}
