package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import java.util.regex.Matcher;

/**
 * Claims ids and secrets whose form nothing else has. All have digits; a look at the characters around these decides
 * where it is worth trying the forms.
 */
public final class IdFormDetector implements Detector {

    private static final int SHORTEST_MIXED = 9;
    private static final int LONGEST_LOOK = 400;
    private static final int LOOK_BACK = 64;
    private static final int PAIR = 3;
    private static final int LOOK_FOR_MIX = 40;
    private static final int DIGITS_OF_A_FRENCH_ID = 15;
    private static final int LENGTH_OF_A_FRENCH_ID = 21;

    @Override
    public int signals() {
        return Signals.ID | Signals.SIGN | Signals.DIGITS;
    }

    @Override
    public void claimIn(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        String plain = null;
        int tried = -1;
        int runEnd = 0;
        for (int group = 0; group < groups.size(); group++) {
            int digit = groups.start(group);
            int word = wordStart(text, digit);
            int run = digit < runEnd ? word : runStart(text, word);
            runEnd = digit < runEnd ? runEnd : runEnd(text, run);
            if (isInPairs(text, digit - PAIR)) {
                plain = plain == null ? text.substring(0, text.length()) : plain;
                claimForm(text, plain, digit - PAIR);
            }
            for (int start : new int[] {run, word}) {
                if (start > tried && isWorthTrying(text, start, runEnd)) {
                    plain = plain == null ? text.substring(0, text.length()) : plain;
                    claimForm(text, plain, start);
                }
                tried = Math.max(tried, start);
            }
        }
    }

    /** The start of the letters and digits around a digit. */
    private static int wordStart(ShadowText text, int digit) {
        int start = digit;
        while (digit - start < LOOK_BACK && isCode(text.at(start - 1))) {
            start--;
        }
        return start;
    }

    /** The start of what is joined to a word by signs. */
    private static int runStart(ShadowText text, int word) {
        int start = word;
        while (word - start < LOOK_BACK && isJoined(text.at(start - 1))) {
            start--;
        }
        while (start < word && !isCode(text.at(start))) {
            start++;
        }
        return start;
    }

    private static boolean isJoined(char character) {
        return isCode(character) || character == '-' || character == '.' || character == ':';
    }

    private static boolean isCode(char character) {
        return LookAlikes.isDigit(character)
                || character == '_'
                || (character < 0x80 && LookAlikes.isLetter(character));
    }

    private static int runEnd(ShadowText text, int start) {
        int end = start;
        while (end - start < LONGEST_LOOK && (isCode(text.at(end)) || text.at(end) == '-' || text.at(end) == '.')) {
            end++;
        }
        return end;
    }

    /** Whether a form may begin here: letters and digits in one piece, or digits joined as ids, addresses and places are. */
    private static boolean isWorthTrying(ShadowText text, int start, int end) {
        boolean hyphens = text.at(start + 2) == '-' && text.at(start + 5) == '-';
        boolean colons = text.at(start + 2) == ':' && text.at(start + 5) == ':';
        if (hyphens || colons || isMixed(text, start, end)) {
            return true;
        }
        if (!text.isDigit(start)) {
            return false;
        }
        boolean brazilian = text.at(start + 3) == '.' && text.at(start + 7) == '.';
        return brazilian || isDegree(text, start) || isLong(text, start);
    }

    /** "QQ 12 34 56 C": two capitals and a space before the digits. */
    private static boolean isInPairs(ShadowText text, int start) {
        return text.at(start + 2) == ' '
                && text.isDigit(start + 3)
                && Character.isUpperCase(text.at(start))
                && Character.isUpperCase(text.at(start + 1))
                && !isCode(text.at(start - 1));
    }

    private static boolean isMixed(ShadowText text, int start, int end) {
        boolean digit = false;
        boolean letter = false;
        for (int place = start; place < Math.min(end, start + LOOK_FOR_MIX) && end - start >= SHORTEST_MIXED; place++) {
            digit |= text.isDigit(place);
            letter |= text.isLetter(place);
            if (digit && letter) {
                return true;
            }
        }
        return false;
    }

    /** "40.7128": four decimals. */
    private static boolean isDegree(ShadowText text, int start) {
        int dot = start;
        while (dot - start < 3 && text.isDigit(dot)) {
            dot++;
        }
        return text.at(dot) == '.'
                && text.isDigit(dot + 1)
                && text.isDigit(dot + 2)
                && text.isDigit(dot + 3)
                && text.isDigit(dot + 4);
    }

    private static boolean isLong(ShadowText text, int start) {
        int digits = 0;
        for (int place = start;
                place < start + LENGTH_OF_A_FRENCH_ID && (text.isDigit(place) || text.at(place) == ' ');
                place++) {
            digits += text.isDigit(place) ? 1 : 0;
        }
        return digits >= DIGITS_OF_A_FRENCH_ID;
    }

    private static void claimForm(ShadowText text, String plain, int start) {
        int limit = Math.min(plain.length(), start + LONGEST_LOOK);
        for (IdForm form : IdForm.ALL) {
            Matcher matcher = form.pattern().matcher(plain).region(start, limit).useTransparentBounds(true);
            if (matcher.lookingAt() && form.isRight().test(matcher.group())) {
                claim(text, form.type(), matcher.start(), matcher.end());
                return;
            }
        }
    }

    /** Claims a value without the signs that end a sentence, unless it is claimed already. */
    static void claim(ShadowText text, PersonalDataType type, int start, int end) {
        int last = end;
        while (last > start && ".,;:!?)*'".indexOf(text.at(last - 1)) >= 0) {
            last--;
        }
        if (last > start && text.isFree(start, last)) {
            text.claim(type, start, last);
        }
    }
}
