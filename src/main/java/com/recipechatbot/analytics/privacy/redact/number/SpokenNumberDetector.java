package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Cue;
import com.recipechatbot.analytics.privacy.redact.text.Cues;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.Role;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;
import com.recipechatbot.analytics.privacy.redact.text.Tokens;
import java.util.HashMap;
import java.util.Map;

/** Claims card, phone and social security numbers whose digits are words, as people dictate them. */
public final class SpokenNumberDetector implements Detector {

    private static final int FEWEST_WORDS = 5;
    private static final int FEWEST_DIGITS = 7;
    private static final int FEWEST_UNCUED = 10;
    private static final int MOST_DIGITS_OF_A_PHONE = 15;
    private static final int DIGITS_OF_AN_SSN = 9;
    private static final int WIDEST_GAP = 4;
    private static final int EIGHTY = 80;
    private static final int COUNTRY = 2;
    private static final int BANK = 4;
    private static final int FEWEST_WORDS_OF_AN_ACCOUNT = 8;
    private static final int MOST_OF_AN_ACCOUNT = 60;

    /** For each word its digits; a number of times to repeat the next digit with an asterisk; nothing for a pause. */
    private static final Map<String, String> DIGITS = digits();

    private static Map<String, String> digits() {
        Map<String, String> digits = new HashMap<>();
        for (String row : Resource.rows("spoken_digits.csv")) {
            int comma = row.indexOf(',');
            digits.put(bare(row.substring(0, comma)), row.substring(comma + 1));
        }
        return Map.copyOf(digits);
    }

    private static String bare(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            bare.append(LookAlikes.bare(word.charAt(i)));
        }
        return bare.toString();
    }

    @Override
    public int signals() {
        return Signals.SPOKEN;
    }

    @Override
    public void claimIn(ShadowText text) {
        Tokens tokens = text.tokens();
        for (int token = 0; token < tokens.size(); token++) {
            int account = tokens.isCapital(token) ? accountEnd(tokens, token) : -1;
            if (account > 0 && text.isFree(tokens.start(token), tokens.end(account))) {
                text.claim(PersonalDataType.IBAN, tokens.start(token), tokens.end(account));
                token = account;
                continue;
            }
            Spoken number = tokens.is(token, Role.SPOKEN) || tokens.isNumber(token) ? read(text, tokens, token) : null;
            if (number != null) {
                PersonalDataType type = number.words >= FEWEST_WORDS ? type(text, tokens, token, number.digits) : null;
                if (type != null && text.isFree(tokens.start(token), tokens.end(number.last))) {
                    text.claim(type, tokens.start(token), tokens.end(number.last));
                }
                token = number.last;
            }
        }
    }

    /** The end of an account number in words and single letters: "GB two nine N W B K six zero". */
    private static int accountEnd(Tokens tokens, int first) {
        int token = first;
        int letters = 0;
        while (tokens.isCapital(token) && tokens.end(token) - tokens.start(token) <= COUNTRY - letters) {
            letters += tokens.end(token) - tokens.start(token);
            token++;
        }
        if (letters != COUNTRY) {
            return -1;
        }
        int spoken = 0;
        int last = -1;
        for (;
                token < first + MOST_OF_AN_ACCOUNT && tokens.start(token) - tokens.end(token - 1) <= WIDEST_GAP;
                token++) {
            boolean sign = ",-.".indexOf(tokens.at(token)) >= 0;
            boolean digit = tokens.is(token, Role.SPOKEN) || tokens.isNumber(token);
            boolean letter = tokens.isWord(token) && tokens.end(token) - tokens.start(token) == 1;
            boolean bank = spoken > 0 && tokens.isShouted(token) && tokens.end(token) - tokens.start(token) == BANK;
            if (!sign && !digit && !letter && !bank) {
                break;
            }
            last = sign ? last : token;
            spoken += digit && !letter ? 1 : 0;
        }
        return spoken >= FEWEST_WORDS_OF_AN_ACCOUNT ? last : -1;
    }

    private static PersonalDataType type(ShadowText text, Tokens tokens, int first, String digits) {
        int length = digits.length();
        if (length >= CardIssuers.SHORTEST && length <= CardIssuers.LONGEST && CardIssuers.issue(digits)) {
            return PersonalDataType.CARD;
        }
        Cue cue = Cues.before(text, tokens.start(first));
        if (length == DIGITS_OF_AN_SSN && cue == Cue.SSN) {
            return PersonalDataType.SSN;
        }
        boolean cued = cue == Cue.PHONE || cue == Cue.NUMBER;
        boolean reference = cue == Cue.REFERENCE && !tokens.is(first - 2, "area");
        boolean isLong = length >= FEWEST_UNCUED && !reference && !isCounted(digits);
        return length >= FEWEST_DIGITS && length <= MOST_DIGITS_OF_A_PHONE && (cued || isLong)
                ? PersonalDataType.PHONE
                : null;
    }

    /** Whether the digits count up or down, as people do aloud. */
    private static boolean isCounted(String digits) {
        for (int i = 1; i < FEWEST_DIGITS - 1; i++) {
            if (Math.abs(digits.charAt(i) - digits.charAt(i - 1)) != 1) {
                return false;
            }
        }
        return true;
    }

    /** @param words how many of its tokens are words */
    private record Spoken(int last, int words, String digits) {}

    /** The number that begins with a token, or null. */
    private static Spoken read(ShadowText text, Tokens tokens, int first) {
        StringBuilder digits = new StringBuilder();
        int words = 0;
        int last = -1;
        int times = 1;
        boolean tens = false;
        for (int token = first; token < tokens.size() && digits.length() <= CardIssuers.LONGEST; token++) {
            if (last >= 0 && tokens.start(token) - tokens.end(token - 1) > WIDEST_GAP) {
                break;
            }
            String value = value(text, tokens, token);
            if (value == null) {
                break;
            }
            if (value.endsWith("*")) {
                times = value.charAt(0) - '0';
                tens = false;
                words++;
            } else if (value.startsWith("*")) {
                int before = digits.length() - 1;
                int count = before < 0 ? 1 : digits.charAt(before) - '0';
                digits.setLength(Math.max(before, 0));
                digits.append(value.substring(1).repeat(count));
                tens = false;
                words++;
                last = token;
            } else if (!value.isEmpty() && isJoined(tokens, token) && isFrench(digits, value)) {
                joinFrench(digits, value);
                tens = digits.charAt(digits.length() - 1) == '0';
                words++;
                last = token;
            } else if (!value.isEmpty()) {
                if (tens && value.length() == 1 && value.charAt(0) != '0') {
                    digits.setLength(digits.length() - 1);
                }
                digits.append(value.repeat(times));
                times = 1;
                tens = value.length() == 2 && value.charAt(1) == '0' && value.charAt(0) > '1';
                words += tokens.isWord(token) ? 1 : 0;
                last = token;
            }
        }
        return last < 0 ? null : new Spoken(last, words, digits.toString());
    }

    private static boolean isJoined(Tokens tokens, int token) {
        return tokens.at(token - 1) == '-' && tokens.gap(token - 2) == 0 && tokens.gap(token - 1) == 0;
    }

    /** "quatre-vingt" is 80, "soixante-dix" 70. */
    private static boolean isFrench(StringBuilder digits, String value) {
        boolean eighty = value.equals("20") && digits.toString().endsWith("4");
        boolean more = value.length() == 2
                && value.charAt(0) == '1'
                && (digits.toString().endsWith("60") || digits.toString().endsWith("80"));
        return eighty || more;
    }

    private static void joinFrench(StringBuilder digits, String value) {
        int tens = digits.length() - (value.equals("20") ? 1 : 2);
        int sum = value.equals("20") ? EIGHTY : Integer.parseInt(digits.substring(tens)) + Integer.parseInt(value);
        digits.setLength(tens);
        digits.append(sum);
    }

    private static String value(ShadowText text, Tokens tokens, int token) {
        if (tokens.isNumber(token)) {
            return text.substring(tokens.start(token), tokens.end(token));
        }
        if (tokens.is(token, "and") && tokens.is(token + 1, Role.SPOKEN)) {
            return "";
        }
        if (tokens.isWord(token)) {
            return tokens.is(token, Role.SPOKEN)
                    ? DIGITS.get(bare(text.substring(tokens.start(token), tokens.end(token))))
                    : null;
        }
        return ",-.".indexOf(tokens.at(token)) >= 0 ? "" : null;
    }
}
