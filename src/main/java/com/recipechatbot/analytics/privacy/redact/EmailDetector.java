package com.recipechatbot.analytics.privacy.redact;

import com.recipechatbot.analytics.privacy.PersonalDataType;
import com.recipechatbot.analytics.privacy.redact.text.Detector;
import com.recipechatbot.analytics.privacy.redact.text.LookAlikes;
import com.recipechatbot.analytics.privacy.redact.text.ShadowText;
import com.recipechatbot.analytics.privacy.redact.text.Signals;

/** Claims e-mail addresses around an at sign, including quoted local parts and IP addresses in brackets as domains. */
final class EmailDetector implements Detector {

    private static final String LOCAL_SYMBOLS = ".!#$%&'*+-^_`{|}~";
    private static final String[] ENCODED = {"%40", "&#64;", "&#x40;", "&commat;"};
    private static final int LONGEST_QUOTED = 64;

    @Override
    public int signals() {
        return Signals.SIGN;
    }

    @Override
    public void claimIn(ShadowText text) {
        for (int at = 0; at < text.length(); at++) {
            int length = atLength(text, at);
            if (length > 0) {
                int start = localStart(text, at);
                int end = Domain.end(text, at + length);
                if (start < at && end > at) {
                    text.claim(PersonalDataType.EMAIL, start, end);
                    at = end - 1;
                }
            }
        }
    }

    /** The length of the at sign at a place, also of one that is encoded for URLs or HTML; 0 for none. */
    private static int atLength(ShadowText text, int place) {
        char character = text.at(place);
        if (character == '%' || character == '&') {
            for (String encoded : ENCODED) {
                if (text.startsWith(encoded, place)) {
                    return encoded.length();
                }
            }
        }
        return character == '@' ? 1 : 0;
    }

    private static int localStart(ShadowText text, int at) {
        if (text.at(at - 1) == '"') {
            int quote = at - 2;
            while (at - quote < LONGEST_QUOTED
                    && text.at(quote) != '"'
                    && text.at(quote) != ShadowText.MASK
                    && text.at(quote) != '\n') {
                quote--;
            }
            return text.at(quote) == '"' ? quote : at;
        }
        int first = at;
        while (isLocal(text.at(first - 1))) {
            first--;
        }
        // Quotes, bullets and the like usually precede an address and are not part of it.
        int start = first;
        while (start < at && !text.isLetterOrDigit(start) && text.at(start) != '_') {
            start++;
        }
        return start < at ? start : first;
    }

    private static boolean isLocal(char character) {
        return LookAlikes.isLetter(character)
                || LookAlikes.isDigit(character)
                || LOCAL_SYMBOLS.indexOf(character) >= 0
                || (character >= 0x80 && character != ShadowText.MASK && Character.isLetterOrDigit(character));
    }
}
