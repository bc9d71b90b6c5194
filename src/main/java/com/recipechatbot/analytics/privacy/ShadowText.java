package com.recipechatbot.analytics.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text as the detectors see it: full-width and styled characters, dashes, odd spaces and accents are plain, what is
 * invisible is gone, and whatever is claimed, or was redacted before, is a mask that nobody can claim again.
 */
final class ShadowText {

    /** Stands for claimed text. Equal for a claimed value and its placeholder, so that redacting twice changes nothing. */
    static final char MASK = '\uFFFF';

    private final String original;
    private final char[] characters;
    private final int[] starts;
    private final int[] ends;
    private final List<Claim> claims = new ArrayList<>();
    private int length;
    private DigitGroups digitGroups;

    /** In UTF-16 units of the original. */
    record Claim(PersonalDataType type, int start, int end) {}

    /** @param claims of an earlier look at the same text */
    ShadowText(String original, List<Claim> claims) {
        this.original = original;
        this.characters = new char[original.length()];
        this.starts = new int[original.length()];
        this.ends = new int[original.length()];
        this.claims.addAll(claims);
        this.claims.sort(Comparator.comparingInt(Claim::start));
        fold();
    }

    private void fold() {
        int nextClaim = 0;
        for (int at = 0; at < original.length(); ) {
            int end;
            if (nextClaim < claims.size() && claims.get(nextClaim).start() == at) {
                end = claims.get(nextClaim++).end();
                append(MASK, at, end);
            } else if (original.charAt(at) == '[' && Placeholders.lengthAt(original, at) > 0) {
                end = at + Placeholders.lengthAt(original, at);
                append(MASK, at, end);
            } else {
                int codePoint = original.codePointAt(at);
                end = at + Character.charCount(codePoint);
                char folded = Folding.fold(codePoint);
                if (folded != Folding.INVISIBLE) {
                    append(folded, at, end);
                }
            }
            at = end;
        }
    }

    private void append(char folded, int start, int end) {
        characters[length] = folded;
        starts[length] = start;
        ends[length] = end;
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
        claims.add(new Claim(type, starts[start], ends[end - 1]));
    }

    List<Claim> claims() {
        return claims;
    }
}
