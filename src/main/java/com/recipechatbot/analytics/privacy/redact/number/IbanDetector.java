package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;
import com.recipechatbot.analytics.privacy.redact.text.Resource;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;

/** Claims bank account numbers: a country's length and correct check digits, in one piece or in groups, in any case. */
public final class IbanDetector implements Detector {

    /** Words may have this form by chance, but not the digits of an account number. */
    private static final int FEWEST_DIGITS_TOGETHER = 7;

    private static final int WIDEST_JOINT = 3;

    private static final int LETTERS = 'z' - 'a' + 1;

    /** By the two letters of the country; 0 for countries without such accounts. */
    private static final int[] LENGTHS = lengths();

    private static int[] lengths() {
        int[] lengths = new int[LETTERS * LETTERS];
        for (String row : Resource.lines("iban_lengths.csv")) {
            if (!row.startsWith("country")) {
                lengths[letter(row.charAt(0)) * LETTERS + letter(row.charAt(1))] = Integer.parseInt(row.substring(3));
            }
        }
        return lengths;
    }

    private static int letter(char character) {
        return (character | 0x20) - 'a';
    }

    /** Two plain letters as one number, or -1. */
    private static int country(ShadowText text, int start) {
        int first = letter(text.at(start));
        int second = letter(text.at(start + 1));
        boolean letters = first >= 0 && first < LETTERS && second >= 0 && second < LETTERS;
        return letters ? first * LETTERS + second : -1;
    }

    @Override
    public int signals() {
        return Signals.DIGITS;
    }

    @Override
    public void claimIn(ShadowText text) {
        DigitGroups groups = text.digitGroups();
        for (int group = 0; group < groups.size(); group++) {
            int start = groups.start(group) - (text.at(groups.start(group) - 1) == ' ' ? 3 : 2);
            if (groups.isFree(group) && beginsIban(text, start)) {
                int end = end(text, start);
                if (end > start) {
                    text.claim(PersonalDataType.IBAN, start, end);
                }
            }
        }
    }

    private static boolean beginsIban(ShadowText text, int start) {
        return country(text, start) >= 0
                && LENGTHS[country(text, start)] > 0
                && (!text.isLetterOrDigit(start - 1) || text.startsWith("iban", start - 4));
    }

    private static int end(ShadowText text, int start) {
        int length = LENGTHS[country(text, start)];
        StringBuilder iban = new StringBuilder(length);
        int place = start;
        int digits = 0;
        boolean account = false;
        int joint = 0;
        while (iban.length() < length) {
            if (text.isLetterOrDigit(place) && text.at(place) < 0x80) {
                iban.append(text.at(place));
                digits = text.isDigit(place) ? digits + 1 : 0;
                account |= digits >= FEWEST_DIGITS_TOGETHER;
                joint = 0;
            } else if (!isJoint(text.at(place)) || ++joint > WIDEST_JOINT) {
                return -1;
            }
            place++;
        }
        // Letters may follow without a space, digits would make it another number.
        return account && !text.isDigit(place) && isRight(iban) ? place : -1;
    }

    private static boolean isJoint(char character) {
        return character == ' '
                || character == '/'
                || character == '-'
                || character == '.'
                || character == '\n'
                || character == '\t';
    }

    /** ISO 7064: the first four characters moved to the end, letters as 10 to 35, leave 1 when divided by 97. */
    private static boolean isRight(CharSequence iban) {
        int remainder = 0;
        for (int i = 0; i < iban.length(); i++) {
            int value = Character.digit(iban.charAt((i + 4) % iban.length()), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
